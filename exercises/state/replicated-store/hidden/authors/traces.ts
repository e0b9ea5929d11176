import type { Fault, Trace, WorkItem } from '@five-pillars/simulator'

import { scenario } from '../../scenario.ts'
import { reference } from '../subjects.ts'

const quiet = {
  nodes: 3,
  latencyMs: 10,
  spread: 'constant',
  loss: 0,
  duplicate: 0,
  tail: 0,
  adversary: 0,
  skewMs: 0,
} as const

/** The primary is cut off, takes a write more, and is replaced. */
const plan: readonly Fault[] = [{ kind: 'isolate', at: 150, for: 450, node: 'a' }]

const calls: readonly (readonly [client: string, at: number, input: unknown])[] = [
  ['c1', 10, { kind: 'promote', epoch: 1, place: 0 }],
  ['c2', 80, { kind: 'put', value: 'paid' }],
  ['c2', 200, { kind: 'put', value: 'sent' }],
  ['c1', 350, { kind: 'promote', epoch: 3, place: 0.4 }],
  ['c2', 450, { kind: 'put', value: 'open' }],
  ['c2', 700, { kind: 'put', value: 'done' }],
]

const workload: readonly WorkItem[] = calls.map(([client, at, input]) => ({
  client,
  at,
  call: { key: 'x', input },
}))

/** Every run that a slide can play, by the name of its file in `traces/`. */
export const traces = {
  'failover-async': () => record('async'),
  'failover-quorum': () => record('quorum'),
} as const

function record(mode: 'async' | 'quorum'): Trace {
  const world = scenario(reference, mode)
  const options = { seed: 1, plan, workload, profile: quiet, healAtMs: 600, full: true }
  const { trace } = world.run(options)
  if (trace === null) throw new Error('sentinel-replicated-store-traces.ts: no trace was kept')
  return trace
}
