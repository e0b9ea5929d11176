import { formatVerdict } from '@five-pillars/judge'
import type { Verdict } from '@five-pillars/judge'
import type { ToldVerdict } from '@five-pillars/room'

import { firstRun, linesOf, runsOf } from './run-of.ts'
import type { VerdictFacts } from './state.ts'

const COLUMNS = 80

/** What the board needs of a verdict. */
export function factsOf(key: string, verdict: Verdict): VerdictFacts {
  const { state, points, total, promises } = verdict
  const broken = promises.filter((promise) => promise.state !== 'passed').map(({ id }) => id)
  return {
    key,
    state,
    points,
    total,
    kept: promises.filter((promise) => promise.state === 'passed').map(({ id }) => id),
    broken,
    first: firstRun(verdict)?.promise ?? null,
    runs: new Map([...runsOf(verdict)].map(([promise, run]) => [promise, linesOf(run)])),
  }
}

/** A verdict as its learner is told it: hidden tests stand in it by the promises that they test. */
export function toldOf(verdict: Verdict): ToldVerdict {
  const { state, points, total, promises } = verdict
  return {
    state,
    points,
    total,
    promises: promises.map(({ id, text, state: own, points: all, earned }) => ({
      id,
      text,
      state: own,
      points: all,
      earned,
    })),
    text: storyFor(verdict),
    replay: firstRun(verdict)?.replay ?? null,
  }
}

/** What the terminal shows of a verdict, without what only a host can do. */
function storyFor(verdict: Verdict): string {
  const texts = new Map(verdict.promises.map(({ id, text }) => [id, text]))
  const tests = verdict.tests.map((test) => ({
    ...test,
    id: texts.get(test.promise ?? '') ?? 'a promise of the brief',
  }))
  return formatVerdict({ ...verdict, tests }, { columns: COLUMNS, color: false })
    .split('\n')
    .filter((line) => !/^\s*Again: npx five-pillars judge /.test(line))
    .join('\n')
    .trimEnd()
}
