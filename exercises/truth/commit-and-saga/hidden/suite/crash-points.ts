import { calm, runAsync } from '@five-pillars/simulator'
import type { Fault, NodeId, Report, RunOptions, WorkItem } from '@five-pillars/simulator'

import { scenario } from '../../scenario.ts'
import type { Wish } from '../../scenario.ts'
import type { Subject } from '../../subject.ts'
import { isBroken, isStuck } from './tour.ts'

/** Back at once, and away for longer than votes are waited for. */
const struck = [
  { rule: 'put', forMs: 30, runMs: 2200 },
  { rule: 'sync', forMs: 30, runMs: 2200 },
  { rule: 'sync', forMs: 2200, runMs: 4200 },
  { rule: 'decision', forMs: 2200, runMs: 4200 },
  { rule: 'answer', forMs: 30, runMs: 2200 },
] as const

/** Everybody is well again for so long. */
const WELL_MS = 1500

/** More than any honest machine writes for what is asked of it here. */
const NTH_MAX = 60
const MISSES_MAX = 2

/** Of a submission that has broken another promise, some are enough. */
const NTH_OF_BROKEN = 4

/** Enough to choose the simplest from. */
const KEPT_MAX = 3

const quiet = { ...calm, nodes: 4 } as const

/** One that goes well, one that somebody refuses, and one that somebody only reads. */
const commits: readonly WorkItem[] = work('c1', [
  { kind: 'commit', name: 't1', parts: ['seat', 'card', 'mail'] },
  { kind: 'commit', name: 't2!card', parts: ['seat', 'card'] },
  { kind: 'commit', name: 't3?seat', parts: ['seat', 'mail'] },
])

const sagas: readonly WorkItem[] = work('c2', [
  { kind: 'saga', name: 's1' },
  { kind: 'saga', name: 's2!mail' },
])

/** What is asked for, and who is struck: every role that a machine can have in it. */
const works = {
  commits: { workload: commits, nodes: ['desk', 'seat', 'card'] },
  sagas: { workload: sagas, nodes: ['desk', 'seat', 'mail'] },
} as const

/** What came of a crash at each write, at each sync, and at each message that matters. */
export interface CrashPoints {
  readonly points: number
  readonly unsafe: readonly Report[]
  readonly stuck: readonly Report[]
}

const known = new WeakMap<Subject['createSaga'], Map<string, Promise<CrashPoints>>>()

/** Enumerates them: each machine, each moment, the first time, the second time, and so on. */
export function crashPointsOf(subject: Subject, what: keyof typeof works): Promise<CrashPoints> {
  const its = known.get(subject.createSaga) ?? new Map<string, Promise<CrashPoints>>()
  known.set(subject.createSaga, its)
  const points = its.get(what) ?? enumerate(subject, works[what])
  its.set(what, points)
  return points
}

async function enumerate(
  subject: Subject,
  { workload, nodes }: (typeof works)[keyof typeof works],
): Promise<CrashPoints> {
  const world = scenario(subject)
  const unsafe: Report[] = []
  const stuck: Report[] = []
  let points = 0
  for (const { node, rule, forMs, runMs } of placesAt(nodes, isBroken(subject))) {
    let misses = 0
    for (let nth = 1; nth <= (isBroken(subject) ? NTH_OF_BROKEN : NTH_MAX); nth++) {
      const plan: Fault[] = [{ kind: 'strike', act: 'crash', rule, node, nth, for: forMs }]
      const healAtMs = runMs - WELL_MS
      const options: RunOptions = { seed: 1, plan, workload, profile: quiet, runMs, healAtMs }
      const report = await runAsync(world, options)
      if (report.findings.length > 0 && isStuck(report)) stuck.push(report)
      else if (report.findings.length > 0) unsafe.push(report)
      // Who is struck as it starts is down anyway: that is no crash.
      misses = report.coverage['crash'] === 0 ? misses + 1 : 0
      if (misses > MISSES_MAX) break
      points += report.coverage['crash'] ?? 0
      if (unsafe.length >= KEPT_MAX || stuck.length >= KEPT_MAX) return { points, unsafe, stuck }
    }
  }
  return { points, unsafe, stuck }
}

interface Place {
  readonly node: NodeId
  readonly rule: string
  readonly forMs: number
  readonly runMs: number
}

function placesAt(nodes: readonly NodeId[], isKnown: boolean): Place[] {
  const all = nodes.flatMap((node) => struck.map((moment) => ({ node, ...moment })))
  return isKnown ? all.slice(0, 1) : all
}

/** One after the other, so that each of them meets a machine that has nothing else to do. */
function work(client: NodeId, wishes: readonly Wish[]): WorkItem[] {
  return wishes.map((input, place) => ({ client, at: 10 + 150 * place, call: { key: 'x', input } }))
}

if (commits.length === 0) throw new Error('sentinel-commit-and-saga-crash-points.ts')
