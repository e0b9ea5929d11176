import { BrokenPromise, asked, holds, quoted } from '@five-pillars/suite'
import type fc from 'fast-check'

import type { Crdt } from '../../src/crdt-cart.ts'
import type { Life } from './life.ts'
import { cartLives, carts, counterLives, counters, setLives, sets } from './kinds.ts'
import { viewsOf } from './live.ts'
import type { Kind, View } from './live.ts'
import { delivered, written } from './subject.ts'
import type { Subject } from './subject.ts'

/** Lives are dear: each is some sixty calls. */
const EFFORT = { factor: 0.7 }

export function counterSeesAll({ pnCounter }: Subject): void {
  see(pnCounter, counterLives, counters, ({ node, got, wanted }) => {
    return got === wanted
      ? undefined
      : `${quoted(node)} counts ${got}; what it knows of comes to ${wanted}`
  })
}

/** An add that no remove has seen was not undone by anybody. */
export function setLosesNothing({ orSet }: Subject): void {
  losesNothing(orSet, setLives, sets)
}

export function setKeepsNothingRemoved({ orSet }: Subject): void {
  keepsNothingRemoved(orSet, setLives, sets)
}

export function cartLosesNothing({ cart }: Subject): void {
  losesNothing(cart, cartLives, carts)
}

export function cartKeepsNothingRemoved({ cart }: Subject): void {
  keepsNothingRemoved(cart, cartLives, carts)
}

export function leanSeesAll({ leanSet }: Subject): void {
  if (leanSet === undefined) throw new Error('sentinel-crdt-cart-seeing.ts: there is no leanSet')
  see(leanSet, setLives, sets, ({ node, got, wanted }) => {
    return got === wanted
      ? undefined
      : `${quoted(node)} has ${got}; what it knows of comes to ${wanted}`
  })
}

/** Of the same state and operation, the same comes: on every node, after every restart. */
export function appliesTheSame({ orSet, cart, pnCounter }: Subject): void {
  appliesAlike(pnCounter, counterLives, counters)
  appliesAlike(orSet, setLives, sets)
  appliesAlike(cart, cartLives, carts)
}

function losesNothing<Op, Value>(
  crdt: Crdt<unknown, Op, Value>,
  lives: fc.Arbitrary<Life<Op>>,
  kind: Kind<Op, Value>,
): void {
  see(crdt, lives, kind, ({ node, got, wanted }) => {
    if (!got.startsWith('[')) return `${quoted(node)} has ${got}`
    const lost = entriesIn(wanted).filter((entry) => !covers(entriesIn(got), entry))
    return lost.length === 0 ? undefined : `${quoted(node)} has ${got}, and lost ${lost.join(', ')}`
  })
}

function keepsNothingRemoved<Op, Value>(
  crdt: Crdt<unknown, Op, Value>,
  lives: fc.Arbitrary<Life<Op>>,
  kind: Kind<Op, Value>,
): void {
  see(crdt, lives, kind, ({ node, got, wanted }) => {
    const seen = entriesIn(got)
    const more = seen.filter((entry) => !covers(entriesIn(wanted), entry))
    if (more.length === 0 && seen.length === entriesIn(wanted).length) return undefined
    if (seen.length < entriesIn(wanted).length || !got.startsWith('[')) return undefined
    return `${quoted(node)} has ${got}; what it knows of comes to ${wanted}`
  })
}

function see<Op, Value>(
  crdt: Crdt<unknown, Op, Value>,
  lives: fc.Arbitrary<Life<Op>>,
  kind: Kind<Op, Value>,
  judge: (view: View<Op>) => string | undefined,
): void {
  const promise = (life: Life<Op>): void => {
    for (const view of viewsOf(crdt, life, kind)) {
      const wrong = judge(view)
      if (wrong !== undefined) throw new BrokenPromise(`${wrong}.\n${view.story()}`)
    }
  }
  for (const life of kind.handFed) promise(life)
  holds([lives], promise, EFFORT)
}

function appliesAlike<Op, Value>(
  crdt: Crdt<unknown, Op, Value>,
  lives: fc.Arbitrary<Life<Op>>,
  kind: Kind<Op, Value>,
): void {
  holds(
    [lives],
    ({ steps }) => {
      const call = 'apply'
      let state = asked('init', () => written('init', crdt.init(), none), none)
      for (const step of steps) {
        if (step.kind !== 'do') continue
        const ask = (): string => {
          return written(call, crdt.apply(delivered(state), step.op, step.node), none)
        }
        const [first, second] = [asked(call, ask, none), asked(call, ask, none)]
        if (first !== second) {
          throw new BrokenPromise(
            `${quoted(step.node)} ${kind.opText(step.op)}, twice from the same state:\n  ${first}\n  ${second}`,
          )
        }
        state = first
      }
    },
    EFFORT,
  )
}

function none(): string {
  return ''
}

/** `[2 soup, tea]`: item → quantity, where there is one. */
function entriesIn(text: string): string[] {
  const inside = text.slice(1, -1)
  return inside === '' || !text.startsWith('[') ? [] : inside.split(', ')
}

/** Whether there is at least as much of it. */
function covers(entries: readonly string[], entry: string): boolean {
  const [, qty, item] = /^(-?\d+) (.*)$/.exec(entry) ?? []
  if (qty === undefined) return entries.includes(entry)
  return entries.some((other) => {
    const [, there, name] = /^(-?\d+) (.*)$/.exec(other) ?? []
    return name === item && Number(there) >= Number(qty)
  })
}
