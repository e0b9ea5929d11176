import { questionsOf } from './score-review.ts'
import type { ReviewAnswer, ReviewAnswers, ReviewLength } from './score-review.ts'

/** The answers of a review as one short word: it fits a link, a chat and a command. */
export interface GivenReview {
  readonly length: ReviewLength
  readonly answers: ReviewAnswers
}

/** A word that is no review, or one that was given to other questions. */
export class ReviewTokenError extends Error {
  readonly code = 'no-review'
  readonly fix: string

  constructor(message: string, fix: string) {
    super(message)
    this.name = 'ReviewTokenError'
    this.fix = fix
  }
}

const MARKS = { short: 's', whole: 'w' } as const satisfies Record<ReviewLength, string>
const LETTERS = { known: 'k', partly: 'p', unknown: 'u' } as const satisfies Record<
  ReviewAnswer,
  string
>
const SKIPPED = 'o'
const NEW = 'Take the review again: npx five-pillars review'

/** For example `s-9f3a-kkpuk-ookkk-ppukk`: the length, a sum of the questions, a letter for each answer. */
export function encodeReview({ length, answers }: GivenReview): string {
  const letters = questionsOf(length).map(({ id }) => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined
    return answer === undefined ? SKIPPED : LETTERS[answer]
  })
  return [MARKS[length], sumOf(length), ...inFives(letters.join(''))].join('-')
}

/**
 * The review that `encodeReview` wrote.
 *
 * @throws ReviewTokenError for anything else, and where the questions have changed since.
 */
export function decodeReview(token: string): GivenReview {
  const [mark, sum, ...groups] = token.trim().toLowerCase().split('-')
  const length = (['short', 'whole'] as const).find((each) => MARKS[each] === mark)
  if (length === undefined || sum === undefined || !/^[0-9a-f]{4}$/.test(sum)) {
    throw new ReviewTokenError(`"${cut(token)}" is no review.`, `Copy the whole of it. ${NEW}`)
  }
  if (sum !== sumOf(length)) {
    throw new ReviewTokenError('That review was given to other questions than these.', NEW)
  }
  const letters = groups.join('')
  const questions = questionsOf(length)
  if (letters.length !== questions.length || !/^[kpuo]*$/.test(letters)) {
    throw new ReviewTokenError(
      `"${cut(token)}" does not hold ${questions.length} answers.`,
      `Copy the whole of it. ${NEW}`,
    )
  }
  const answers: Record<string, ReviewAnswer> = {}
  for (const [index, { id }] of questions.entries()) {
    const answer = answerOf(letters[index])
    if (answer !== undefined) answers[id] = answer
  }
  return { length, answers }
}

function answerOf(letter: string | undefined): ReviewAnswer | undefined {
  return (['known', 'partly', 'unknown'] as const).find((answer) => LETTERS[answer] === letter)
}

const GROUP = 5

function inFives(letters: string): readonly string[] {
  return letters.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []
}

/** FNV-1a over the questions' ids, folded to 16 bits: another list of questions, another sum. */
function sumOf(length: ReviewLength): string {
  let hash = 0x811c9dc5
  for (const char of questionsOf(length)
    .map(({ id }) => id)
    .join(' ')) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return ((hash >>> 16) ^ (hash & 0xffff)).toString(16).padStart(4, '0')
}

const SHOWN_MAX = 60

function cut(token: string): string {
  return token.length > SHOWN_MAX ? `${token.slice(0, SHOWN_MAX)}…` : token
}
