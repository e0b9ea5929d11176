import { firstNotPassed } from '../grade/grade.ts'
import type { TestVerdict, Verdict } from '../verdict.ts'
import { storyOf } from './story-of.ts'

/** What a verdict that is not passed says first, in the words of every format. */
export interface Broken {
  /** The test whose words are those of the whole verdict; undefined where there is none. */
  readonly test: TestVerdict | undefined
  /** What was not kept: the promise, or the test where there is none or where it never ended. */
  readonly subject: string
  readonly story: string
}

export function whatBroke(verdict: Verdict): Broken {
  const test = shownTest(verdict)
  return { test, subject: subjectOf(verdict, test), story: storyOf(verdict.got) }
}

export function subjectOf(verdict: Verdict, test: TestVerdict | undefined): string {
  if (test === undefined) return wholeSubject(verdict)
  const promise = verdict.promises.find(({ id }) => id === test.promise)
  if (promise === undefined || neverEnded(test)) return `While testing: ${test.id}`
  return `Broken promise: ${promise.text}`
}

/**
 * The points where it was graded, the open checks where it was not; empty where no check came to run,
 * and nobody knows how many there are.
 */
export function scoreOf(verdict: Verdict): string {
  if (verdict.mode === 'judged') return `${verdict.points} of ${verdict.total} points, graded`
  if (verdict.tests.length === 0) return ''
  const kept = verdict.tests.filter((test) => test.state === 'passed').length
  return `${kept} of ${verdict.tests.length} open checks`
}

function shownTest({ tests, got, state }: Verdict): TestVerdict | undefined {
  const test = firstNotPassed(tests)
  return test?.got === got && test?.state === state ? test : undefined
}

function neverEnded({ state }: TestVerdict): boolean {
  return state === 'timeout' || state === 'crashed' || state === 'out-of-memory'
}

function wholeSubject({ state, tests }: Verdict): string {
  if (state === 'does-not-compile') return 'The file does not compile.'
  if (tests.some((test) => test.state === 'passed')) return 'Outside any test:'
  return 'Nothing of it was graded.'
}
