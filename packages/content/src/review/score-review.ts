import type { PillarId } from '../pillar-id.ts'
import { reviewQuestions } from '../review.ts'
import { orderPillars } from './order-pillars.ts'
import type { RankedPillar } from './order-pillars.ts'
import type { ReviewQuestion } from './review-question.ts'

/** `known`: what a good answer contains can be said now; `partly`: some of it; `unknown`: none. */
export type ReviewAnswer = 'known' | 'partly' | 'unknown'

/** By id of the question. What is missing was not reached, and counts as `unknown`. */
export type ReviewAnswers = Readonly<Record<string, ReviewAnswer | undefined>>

/** `short`: three questions of each pillar, five minutes; `whole`: all of them. */
export type ReviewLength = 'short' | 'whole'

/** A question that is open, in whole or in part. */
export interface OpenPoint {
  readonly question: ReviewQuestion
  readonly answer: Exclude<ReviewAnswer, 'known'>
  /** Nobody came to it in time. */
  readonly isSkipped: boolean
}

export interface ReviewResult {
  readonly length: ReviewLength
  readonly known: number
  readonly of: number
  /** Where to begin; null when everything is known. */
  readonly start: PillarId | null
  /** All five, in the order in which to work on them; those without an open point last. */
  readonly order: readonly RankedPillar[]
  /** In the order of the pillars, and within each what is unknown before what is known in part. */
  readonly open: readonly OpenPoint[]
}

/** Thinking time for one question, in seconds. */
const REVIEW_SECONDS_EACH = 20

const SHORT: readonly ReviewQuestion[] = reviewQuestions.filter(({ isShort }) => isShort === true)

/** The questions of a review, pillar by pillar. */
export function questionsOf(length: ReviewLength): readonly ReviewQuestion[] {
  return length === 'short' ? SHORT : reviewQuestions
}

/** How long a review may take, in seconds: five minutes for the short one. */
export function reviewSeconds(length: ReviewLength): number {
  return questionsOf(length).length * REVIEW_SECONDS_EACH
}

/** What an open answer weighs. */
const LACK = { known: 0, partly: 1, unknown: 2 } as const

/**
 * What the answers come to: what is open and where to begin. Answers to questions that this review
 * does not ask are left out.
 */
export function scoreReview(length: ReviewLength, answers: ReviewAnswers): ReviewResult {
  const questions = questionsOf(length)
  const answered = questions.map((question) => ({
    question,
    answer: answerTo(question, answers) ?? 'unknown',
    isSkipped: answerTo(question, answers) === undefined,
  }))
  const order = orderPillars(
    answered.map(({ question, answer }) => ({ pillar: question.pillar, lack: LACK[answer] })),
  )
  const open = order.flatMap(({ pillar }) =>
    answered
      .flatMap(({ question, answer, isSkipped }) =>
        question.pillar === pillar && answer !== 'known' ? [{ question, answer, isSkipped }] : [],
      )
      .toSorted((one, other) => LACK[other.answer] - LACK[one.answer]),
  )
  const [first] = order
  return {
    length,
    known: questions.length - open.length,
    of: questions.length,
    start: first === undefined || first.lack === 0 ? null : first.pillar,
    order,
    open,
  }
}

/** Only what was really answered: an id such as `constructor` is none. */
function answerTo({ id }: ReviewQuestion, answers: ReviewAnswers): ReviewAnswer | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined
}
