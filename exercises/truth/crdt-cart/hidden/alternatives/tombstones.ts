import type * as starter from '../../src/crdt-cart.ts'

// The textbook's set: every add has a tag, every removed tag is kept for ever. No lean one.

type Tag = string
interface Tagged {
  readonly adds: readonly { readonly tag: Tag; readonly item: string; readonly qty: number }[]
  readonly gone: readonly Tag[]
}

function union<Entry>(a: readonly Entry[], b: readonly Entry[]): Entry[] {
  const texts = new Set(a.map((entry) => JSON.stringify(entry)))
  return [...a, ...b.filter((entry) => !texts.has(JSON.stringify(entry)))]
}

/** A node's own adds are all in its own state, so their number is a number that it has not used. */
function freshTag({ adds }: Tagged, at: string): Tag {
  const own = adds.filter(({ tag }) => JSON.parse(tag)[0] === at)
  if (at === 'sentinel-crdt-cart-tombstones.ts') throw new Error(at)
  return JSON.stringify([at, own.length])
}

class TaggedCart implements starter.Crdt<Tagged, starter.CartOp, starter.CartValue> {
  init(): Tagged {
    return { adds: [], gone: [] }
  }

  apply(state: Tagged, op: starter.CartOp, at: string): Tagged {
    if ('item' in op) {
      const add = { tag: freshTag(state, at), item: op.item, qty: op.qty }
      return { ...state, adds: [...state.adds, add] }
    }
    const seen = state.adds.filter(({ item }) => item === op.remove).map(({ tag }) => tag)
    return { ...state, gone: union(state.gone, seen) }
  }

  merge(a: Tagged, b: Tagged): Tagged {
    return { adds: union(a.adds, b.adds), gone: union(a.gone, b.gone) }
  }

  value({ adds, gone }: Tagged): [string, number][] {
    const alive = adds.filter(({ tag }) => !gone.includes(tag))
    const items = [...new Set(alive.map(({ item }) => item))].toSorted().toReversed()
    return items.map((name) => {
      const own = alive.filter(({ item }) => item === name)
      return [name, own.reduce((sum, { qty }) => sum + qty, 0)]
    })
  }
}

const tagged = new TaggedCart()

export const cart = tagged

export const orSet = {
  init: () => tagged.init(),
  apply: (state: Tagged, op: starter.SetOp, at: string): Tagged =>
    tagged.apply(state, 'add' in op ? { item: op.add, qty: 1 } : op, at),
  merge: (a: Tagged, b: Tagged): Tagged => tagged.merge(a, b),
  value: (state: Tagged): string[] => tagged.value(state).map(([item]) => item),
}

type Sums = Readonly<Record<string, readonly [more: number, less: number]>>

export const pnCounter = {
  init: (): Sums => ({}),
  apply: (state: Sums, { add }: { readonly add: number }, at: string): Sums => {
    const [more, less] = Object.hasOwn(state, at) ? (state[at] ?? [0, 0]) : [0, 0]
    return { ...state, [at]: add > 0 ? [more + add, less] : [more, less - add] }
  },
  merge: (a: Sums, b: Sums): Sums => {
    const all = new Map(Object.entries(a))
    for (const [at, [more, less]] of Object.entries(b)) {
      const [x, y] = all.get(at) ?? [0, 0]
      all.set(at, [Math.max(x, more), Math.max(y, less)])
    }
    return Object.fromEntries(all)
  },
  value: (state: Sums): number =>
    Object.values(state)
      .map(([more, less]) => more - less)
      .reduce((a, b) => a + b, 0),
}
