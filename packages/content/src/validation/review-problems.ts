import type { Content } from './schema.ts'

/** Fewer are no review of a pillar. */
const QUESTIONS_MIN = 5

/** So many of each pillar are asked in five minutes: more leave no time to think. */
const SHORT_COUNT = 3

/** How a question begins that "yes" answers. */
const YES_OR_NO =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|may)\b/i

/** Questions that "yes" would answer, and pillars that are hardly asked about. */
export function* reviewProblems(content: Content): Generator<string> {
  for (const { id, question } of content.reviewQuestions) {
    if (!question.endsWith('?')) yield `review question "${id}": asks nothing`
    // What comes before the last colon or comma only sets the scene.
    const asked = question.split(/[:,] /).at(-1) ?? question
    if (YES_OR_NO.test(question) || (question.includes(': ') && YES_OR_NO.test(asked))) {
      yield `review question "${id}": "yes" would answer it`
    }
  }
  for (const { id } of content.pillars) {
    const asked = content.reviewQuestions.filter(({ pillar }) => pillar === id)
    if (asked.length < QUESTIONS_MIN) {
      yield `pillar "${id}": ${asked.length} review questions, at least ${QUESTIONS_MIN}`
    }
    const short = asked.filter(({ isShort }) => isShort).length
    if (short !== SHORT_COUNT) {
      yield `pillar "${id}": ${short} questions of the short review, not ${SHORT_COUNT}`
    }
  }
}
