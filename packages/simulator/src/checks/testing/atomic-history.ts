import type { Rng } from '../../contract.ts'
import type { Operation } from '../../history/operation.ts'
import type { AtomicObject } from './atomic-objects.ts'

export interface AtomicHistoryShape {
  readonly clients: number
  readonly operations: number
  /** The share of calls that time out, 0 to 1. Half of them take effect, at some later time. */
  readonly timeouts: number
}

/**
 * A history that is linearizable by construction: each call takes effect at a random instant
 * between its start and its end, all on one key.
 */
export function atomicHistory<State, Input, Output>(
  rng: Rng,
  object: AtomicObject<State, Input, Output>,
  { clients, operations, timeouts }: AtomicHistoryShape,
): Operation<Input, Output>[] {
  const freeAt = Array.from({ length: clients }, () => 0)
  const plans = Array.from({ length: operations }, (_, index) => {
    const client = rng.int(clients)
    const invokedAt = (freeAt[client] ?? 0) + 1 + rng.int(10)
    const returnedAt = invokedAt + rng.int(40)
    freeAt[client] = returnedAt
    const isOpen = rng.next() < timeouts
    const effectAt = isOpen
      ? rng.pick([Infinity, invokedAt + rng.next() * 1000])
      : invokedAt + rng.next() * (returnedAt - invokedAt)
    const input = object.nextInput(rng, index)
    return { client: `c${client + 1}`, input, invokedAt, returnedAt, isOpen, effectAt }
  })
  const outputs = new Map<number, Output | undefined>()
  let { initial: state } = object
  for (const [index, plan] of [...plans.entries()].toSorted(byEffect)) {
    if (plan.effectAt === Infinity) continue
    const after = object.apply(state, plan.input)
    state = after.state
    if (!plan.isOpen) outputs.set(index, after.output)
  }
  return plans.map(({ client, input, invokedAt, returnedAt, isOpen }, index) => ({
    client,
    key: 'x',
    input,
    output: outputs.get(index),
    invokedAt,
    returnedAt,
    outcome: isOpen ? 'info' : 'ok',
  }))
}

type Numbered = readonly [number, { readonly effectAt: number }]

function byEffect([, one]: Numbered, [, other]: Numbered): number {
  return one.effectAt === other.effectAt ? 0 : one.effectAt - other.effectAt
}
