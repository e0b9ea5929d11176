import { formatVerdict } from '@five-pillars/judge'
import type { Verdict } from '@five-pillars/judge'
import type { ToldVerdict } from '@five-pillars/room'

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
    first: firstBroken(verdict)?.promise ?? null,
    storyLines: verdict.got?.split('\n').length ?? 0,
  }
}

/** The test whose story stands for the whole verdict; undefined where all is well. */
function firstBroken(verdict: Verdict): Verdict['tests'][number] | undefined {
  if (verdict.state === 'passed') return undefined
  return verdict.tests.find((test) => test.state === verdict.state && test.got === verdict.got)
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
    replay: firstBroken(verdict)?.replay ?? null,
  }
}

/** What the terminal shows of a verdict, without what only a host can do. */
function storyFor(verdict: Verdict): string {
  return linesFor(verdict)
    .filter((line) => !/^\s*Again: npx five-pillars judge /.test(line))
    .join('\n')
    .trimEnd()
}

/** The broken promise and its smallest run alone, for people who look at a screen. */
export function smallestRunFor(verdict: Verdict): string {
  const [, ...lines] = linesFor(verdict)
  return lines
    .filter((line) => !/^\s*Again: /.test(line))
    .map((line) => line.replace(/^ {2}/, ''))
    .join('\n')
    .trim()
}

function linesFor(verdict: Verdict): readonly string[] {
  const texts = new Map(verdict.promises.map(({ id, text }) => [id, text]))
  const tests = verdict.tests.map((test) => ({
    ...test,
    id: texts.get(test.promise ?? '') ?? 'a promise of the brief',
  }))
  return formatVerdict({ ...verdict, tests }, { columns: COLUMNS, color: false }).split('\n')
}
