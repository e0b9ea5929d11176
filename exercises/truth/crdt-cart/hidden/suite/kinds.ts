import { quoted } from '@five-pillars/suite'
import fc from 'fast-check'

import type { CartOp, CartValue, SetOp } from '../../src/crdt-cart.ts'

import { handFed } from './hand-fed.ts'
import { lives } from './life.ts'
import type { Known } from './life.ts'
import type { Kind } from './live.ts'

/**
 * Few items, so that they meet; the odd ones are what an object as a map or a composed key gets wrong.
 */
const items = fc.oneof(
  { weight: 6, arbitrary: fc.constant('soup') },
  { weight: 3, arbitrary: fc.constant('tea') },
  { weight: 2, arbitrary: fc.constantFrom('', 'constructor', '__proto__', 'soup,1', '10') },
)

export const counterLives = lives(
  fc.constantFrom(1, 2, -1, 9, 0, -3).map((add) => ({ add }) as const),
)

export const setLives = lives(
  fc.tuple(fc.boolean(), items).map(([isAdd, item]): SetOp => {
    return isAdd ? { add: item } : { remove: item }
  }),
)

export const cartLives = lives(
  fc.tuple(fc.constantFrom(1, 2, 5, 0, 0), items).map(([qty, item]): CartOp => {
    return qty === 0 ? { remove: item } : { item: item, qty }
  }),
)

export const counters: Kind<{ readonly add: number }, number> = {
  handFed: [],
  opText: ({ add }) => `adds ${add}`,
  valueText: (value) => (typeof value === 'number' ? String(value + 0) : 'no number'),
  right: (known) => String([...known].reduce((sum, { op }) => sum + op.add, 0)),
}

export const sets: Kind<SetOp, readonly string[]> = {
  handFed: handFed({ add: 'soup' }, { remove: 'soup' }),
  opText: (op) => ('add' in op ? `adds ${quoted(op.add)}` : `removes ${quoted(op.remove)}`),
  valueText: (value) => (isNames(value) ? listText(value.map((item) => quoted(item))) : 'no list'),
  right: (known) => listText([...surviving(known).keys()].map(quoted)),
}

export const carts: Kind<CartOp, CartValue> = {
  handFed: handFed({ item: 'soup', qty: 2 }, { remove: 'soup' }),
  opText: (op) => {
    return 'item' in op ? `adds ${op.qty} ${quoted(op.item)}` : `removes ${quoted(op.remove)}`
  },
  valueText: (value) => {
    const entries = Array.isArray(value) ? value.map(entryText) : undefined
    return entries === undefined || entries.includes(undefined)
      ? 'no list of items and quantities'
      : listText(entries.filter((text) => text !== undefined))
  },
  right: (known) => {
    return listText([...surviving(known)].map(([item, qty]) => `${qty} ${quoted(item)}`))
  },
}

/** Of each item, what was added and never removed by anybody who knew of it. */
function surviving(known: Known<SetOp | CartOp>): Map<string, number> {
  const sums = new Map<string, number>()
  for (const deed of known) {
    const { op } = deed
    if ('remove' in op) continue
    const item = 'add' in op ? op.add : op.item
    const isGone = [...known].some((other) => {
      return 'remove' in other.op && other.op.remove === item && other.past.has(deed)
    })
    if (!isGone) sums.set(item, (sums.get(item) ?? 0) + ('qty' in op ? op.qty : 1))
  }
  if ([...sums.values()].some((qty) => qty < 1)) {
    throw new Error('sentinel-crdt-cart-kinds.ts: less than one of an item')
  }
  return sums
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function entryText(entry: unknown): string | undefined {
  if (!Array.isArray(entry) || entry.length !== 2) return undefined
  const [item, qty]: unknown[] = entry
  return typeof item === 'string' && typeof qty === 'number' ? `${qty} ${quoted(item)}` : undefined
}

/** `[soup, tea]`, whatever the order. */
function listText(texts: readonly string[]): string {
  return `[${texts.toSorted().join(', ')}]`
}
