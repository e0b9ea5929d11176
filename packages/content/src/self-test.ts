import { pillarQuestions } from './self-test/pillars.ts'
import type { SelfTestQuestion } from './self-test/self-test-question.ts'
import { wholeQuestions } from './self-test/whole.ts'
import { lookupIn } from './unknown-id.ts'

/**
 * What somebody can do who is ready: explain each pillar, choose and combine them, and predict what
 * fails. Each criterion is a question to answer aloud, with the answer that a talk gives.
 */
export const selfTest: readonly SelfTestQuestion[] = [...pillarQuestions, ...wholeQuestions]

/** The question with an id known from the run only; throws `UnknownId`. */
export const selfTestQuestionById: (id: string) => SelfTestQuestion = lookupIn(
  'question of the self-test',
  selfTest,
)
