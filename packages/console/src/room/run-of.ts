import { storyOf } from '@five-pillars/judge'
import type { Verdict } from '@five-pillars/judge'

/** A run that broke a promise, as a test found it. */
export interface BrokenRun {
  /** Null where nothing ran at all: the file does not compile. */
  readonly promise: string | null
  /** The run in words, without the command that repeats it. */
  readonly story: string
  /** Repeats it; null where nothing can be replayed. */
  readonly replay: string | null
}

/** The smallest run of each promise that the tests of a verdict found broken. */
export function runsOf(verdict: Verdict): ReadonlyMap<string, BrokenRun> {
  const runs = new Map<string, BrokenRun>()
  for (const { state, promise, got, replay } of verdict.tests) {
    if (state === 'passed' || state === 'not-run' || promise === null || got === null) continue
    const run = { promise, story: storyOf(got), replay }
    const known = runs.get(promise)
    if (known === undefined || linesOf(run) < linesOf(known)) runs.set(promise, run)
  }
  return runs
}

/**
 * The run that stands for a whole verdict: that of the promise that its learner is told of first.
 * Undefined where all is well.
 */
export function firstRun({ state, got, tests }: Verdict): BrokenRun | undefined {
  if (state === 'passed') return undefined
  const test = tests.find((each) => each.state === state && each.got === got)
  return { promise: test?.promise ?? null, story: storyOf(got), replay: test?.replay ?? null }
}

/** How long its story is: the fewest lines make the smallest run. */
export function linesOf({ story }: Pick<BrokenRun, 'story'>): number {
  return story.split('\n').length
}
