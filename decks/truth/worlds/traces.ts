import type { RunOptions, Scenario, Trace, WorkItem } from '@five-pillars/simulator'

import { election } from './election.ts'
import { settings } from './measure-register.ts'
import { register } from './register.ts'

/** Found among six thousand: nothing is broken, and the second reader sees the older platform. */
const CALL_SEED = 3215
/** So long after the first reader knows, the second one looks: a short phone call. */
const CALL_MS = 3
const FIRST_LOOKS_AT_MS = 12

/** Every run that the deck plays, by the name of its file. */
export const traces = {
  'board-quorum': () => phoneCall('majority', 60),
  'board-write-back': () => phoneCall('writeBack', 88),
  'split-vote': () =>
    recorded(election({ servers: 3, spreadMs: 0, spread: 'constant' }), {
      seed: 1,
      runMs: 520,
      healAtMs: 520,
      plan: [],
    }),
  'stale-leader': () => recorded(election({ servers: 3 }), staleLeader),
} as const

/** A, which leads soon, is cut off until another one leads. */
const staleLeader: RunOptions = {
  seed: 2204,
  runMs: 480,
  healAtMs: 480,
  plan: [{ kind: 'isolate', at: 200, for: 230, node: 'A' }],
}

/** c1 writes platform 7; c2 looks meanwhile, and calls c3, who looks then. */
function phoneCall(setting: 'majority' | 'writeBack', runMs: number): Trace {
  const world = register(settings[setting])
  const calls: WorkItem[] = [
    { client: 'c1', at: 5, call: { key: 'platform', input: { kind: 'write', value: 7 } } },
    { client: 'c2', at: FIRST_LOOKS_AT_MS, call: { key: 'platform', input: { kind: 'read' } } },
  ]
  const options = { seed: CALL_SEED, clients: 3, runMs }
  const known = world
    .run({ ...options, workload: calls })
    .history.find(({ client }) => client === 'c2')?.returnedAt
  if (known === undefined || known === null) throw new Error('the first reader never knew')
  const second = {
    client: 'c3',
    at: known + CALL_MS,
    call: { key: 'platform', input: { kind: 'read' } },
  }
  return recorded(world, { ...options, workload: [...calls, second] })
}

function recorded<M>({ run, definition }: Scenario<M>, options: RunOptions): Trace {
  const { trace } = run({ ...options, full: true })
  if (trace === null) throw new Error(`${definition.name} kept no trace of its run`)
  return trace
}
