import { controlQuestions } from './review/control.ts'
import { intelligenceQuestions } from './review/intelligence.ts'
import type { ReviewQuestion } from './review/review-question.ts'
import { stateQuestions } from './review/state.ts'
import { truthQuestions } from './review/truth.ts'
import { workQuestions } from './review/work.ts'
import { lookupIn } from './unknown-id.ts'

/** The questions of an architecture review, pillar by pillar. */
export const reviewQuestions: readonly ReviewQuestion[] = [
  ...workQuestions,
  ...stateQuestions,
  ...truthQuestions,
  ...controlQuestions,
  ...intelligenceQuestions,
]

/** The question with an id known from the run only; throws `UnknownId`. */
export const reviewQuestionById: (id: string) => ReviewQuestion = lookupIn(
  'review question',
  reviewQuestions,
)
