import { BrokenPromise, asked } from '@five-pillars/suite'

import type { Crdt, SetOp } from '../../src/crdt-cart.ts'
import { delivered, written } from './subject.ts'
import type { Subject } from './subject.ts'

const NODES = ['A', 'B', 'C']
const SHORT = 10
const LONG = 100

/**
 * After a hundred rounds a lean state has 1.0 to 1.1 times the length that it has after ten, since
 * only numbers grow; one that keeps every tag that it has removed has 8 to 9 times as much.
 */
const GROWTH_MAX = 2

/** Three nodes add and remove three items in every round, and tell each other. */
export function leavesNothingBehind({ leanSet }: Subject): void {
  if (leanSet === undefined) throw new Error('sentinel-crdt-cart-lean.ts: there is no leanSet')
  const [short, long] = [sizeAfter(leanSet, SHORT), sizeAfter(leanSet, LONG)]
  if (long <= short * GROWTH_MAX) return
  throw new BrokenPromise(
    [
      `A set that is empty again has ${long} characters after ${LONG} rounds of adds and removes,`,
      `and had ${short} after ${SHORT}: what was removed is still in it.`,
    ].join('\n'),
  )
}

function sizeAfter(set: Crdt<unknown, SetOp, readonly string[]>, rounds: number): number {
  const none = (): string => `  in one of ${rounds} rounds`
  const apply = (state: string, op: SetOp, at: string): string =>
    asked('apply', () => written('apply', set.apply(delivered(state), op, at), none), none)
  const merge = (a: string, b: string): string =>
    asked('merge', () => written('merge', set.merge(delivered(a), delivered(b)), none), none)

  let all = asked('init', () => written('init', set.init(), none), none)
  for (let round = 0; round < rounds; round += 1) {
    const added = NODES.map((at) => apply(all, { add: `item of ${at}` }, at))
    all = added.reduce(merge)
    for (const at of NODES) all = apply(all, { remove: `item of ${at}` }, at)
  }
  return all.length
}
