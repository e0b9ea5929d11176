import { BrokenPromise, asked, holds } from '@five-pillars/suite'
import fc from 'fast-check'

import type { Crdt } from '../../src/crdt-cart.ts'
import { cartLives, carts, counterLives, counters, setLives, sets } from './kinds.ts'
import type { Life } from './life.ts'
import type { Kind } from './live.ts'
import { delivered, written } from './subject.ts'
import type { Subject } from './subject.ts'

const EFFORT = { factor: 0.5 }

export function counterMergesAnyhow({ pnCounter }: Subject): void {
  mergesAnyhow(pnCounter, counterLives, counters)
}

/** Of both sets, since they are one idea. */
export function setsMergeAnyhow({ orSet, cart }: Subject): void {
  mergesAnyhow(orSet, setLives, sets)
  mergesAnyhow(cart, cartLives, carts)
}

/** States of three nodes that worked apart, brought together in every way. */
function mergesAnyhow<Op, Value>(
  crdt: Crdt<unknown, Op, Value>,
  lives: fc.Arbitrary<Life<Op>>,
  kind: Kind<Op, Value>,
): void {
  holds(
    [lives, fc.boolean()],
    (life, isShared) => {
      const [a, b, c] = apart(crdt, life, isShared)
      const ways: [string, string][] = [
        ['a with b, then c', both(crdt, both(crdt, a, b), c)],
        ['b with a, then c', both(crdt, both(crdt, b, a), c)],
        ['a with (b with c)', both(crdt, a, both(crdt, b, c))],
        [
          'a with b, c, a and b again',
          both(crdt, both(crdt, both(crdt, both(crdt, a, b), c), a), b),
        ],
      ]
      const shown = ways.map(([way, state]) => [way, valueOf(crdt, kind, state)] as const)
      const [first] = shown
      if (first === undefined) throw new Error('sentinel-crdt-cart-merging.ts: no way')
      for (const [way, value] of shown) {
        if (value === first[1]) continue
        const values = [a, b, c].map((state) => valueOf(crdt, kind, state))
        throw new BrokenPromise(
          [
            `Three states merged as "${first[0]}" are ${first[1]}, as "${way}" ${value}.`,
            `  alone: a ${values[0]}, b ${values[1]}, c ${values[2]}`,
          ].join('\n'),
        )
      }
    },
    EFFORT,
  )
}

/** Each of the first three nodes does what it does in this life; some of it before they part. */
function apart<Op, Value>(
  crdt: Crdt<unknown, Op, Value>,
  { nodes, steps }: Life<Op>,
  isShared: boolean,
): [string, string, string] {
  const [first = '', second = '', third = ''] = nodes
  const deeds = steps.filter((step) => step.kind === 'do')
  const before = isShared ? deeds.slice(0, deeds.length / 3) : []
  const common = act(
    crdt,
    asked('init', () => written('init', crdt.init(), none), none),
    before,
    first,
  )
  const rest = deeds.slice(before.length)
  return [
    act(crdt, common, rest, first),
    act(crdt, common, rest, second),
    act(crdt, common, rest, third),
  ]
}

function act<Op, Value>(
  crdt: Crdt<unknown, Op, Value>,
  state: string,
  steps: readonly { readonly node: string; readonly op: Op }[],
  at: string,
): string {
  return steps
    .filter(({ node }) => node === at)
    .reduce((known, { op }) => {
      return asked(
        'apply',
        () => written('apply', crdt.apply(delivered(known), op, at), none),
        none,
      )
    }, state)
}

function both<Op, Value>(crdt: Crdt<unknown, Op, Value>, a: string, b: string): string {
  return asked('merge', () => written('merge', crdt.merge(delivered(a), delivered(b)), none), none)
}

function valueOf<Op, Value>(
  crdt: Crdt<unknown, Op, Value>,
  kind: Kind<Op, Value>,
  state: string,
): string {
  return asked('value', () => kind.valueText(crdt.value(delivered(state))), none)
}

function none(): string {
  return ''
}
