import { calm, runAsync } from '@five-pillars/simulator'
import type { Fault, RunOptions, Trace } from '@five-pillars/simulator'

import { scenario } from '../../scenario.ts'
import type { Subject, Wish } from '../../scenario.ts'
import { mutantOf, reference } from '../subjects.ts'

/** Both have said yes, the desk has written down that it commits, and nobody hears of it. */
const plan: readonly Fault[] = [
  { kind: 'cut', at: 23, for: 20, from: 'desk', to: 'seat' },
  { kind: 'cut', at: 23, for: 20, from: 'desk', to: 'card' },
  { kind: 'crash', at: 28, for: 1200, node: 'desk' },
]

/** Every run that a slide can play, by the name of its file in `traces/`. */
export const traces = {
  'away-reference': () => away(reference),
  'away-aborts-alone': () => away(mutantOf('aborts-alone.ts')),
  'saga-back': () => {
    return record(reference, 'c2', { kind: 'saga', name: 's1!mail' }, { plan: [], runMs: 400 }, 4)
  },
} as const

function away(subject: Subject): Promise<Trace> {
  const wish: Wish = { kind: 'commit', name: 't1', parts: ['seat', 'card'] }
  return record(subject, 'c1', wish, { plan, runMs: 1500, healAtMs: 1300 }, 3)
}

async function record(
  subject: Subject,
  client: string,
  input: Wish,
  options: Omit<RunOptions, 'seed'>,
  nodes: number,
): Promise<Trace> {
  const { trace } = await runAsync(scenario(subject), {
    ...options,
    seed: 1,
    workload: [{ client, at: 10, call: { key: 'x', input } }],
    profile: { ...calm, nodes },
    full: true,
  })
  if (trace === null) throw new Error('sentinel-commit-and-saga-traces.ts: no trace was kept')
  return trace
}
