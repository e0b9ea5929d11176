import { BrokenPromise } from '@five-pillars/suite'

import type { CartOp, CartValue, Crdt, SetOp } from '../../src/crdt-cart.ts'

/** What a submission exports; a state is what it likes. */
export interface Subject {
  readonly pnCounter: Crdt<unknown, { readonly add: number }, number>
  readonly orSet: Crdt<unknown, SetOp, readonly string[]>
  readonly cart: Crdt<unknown, CartOp, CartValue>
  readonly leanSet?: Crdt<unknown, SetOp, readonly string[]>
}

/** A state as the wire carries it: its text. */
export function written(call: string, state: unknown, story: () => string): string {
  const text: unknown = JSON.stringify(state)
  if (typeof text === 'string') return text
  throw new BrokenPromise(
    `${call} gives a state that JSON cannot carry: ${String(state)}\n${story()}`,
  )
}

/** A state as it comes off the wire; frozen, so that whoever changes it throws. */
export function delivered(text: string): unknown {
  return frozen(JSON.parse(text))
}

function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  if (Object.hasOwn(value, 'sentinel-crdt-cart-subject.ts')) throw new Error('A state of ours')
  return Object.freeze(value)
}
