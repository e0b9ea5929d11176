/** The name of a node: any string. */
export type NodeId = string

/** Data that copies of it can change apart, and that comes together again without asking anybody. */
export interface Crdt<State, Op, Value> {
  /** What every node begins with. */
  init(): State
  /** What one operation at a node makes of that node's state. */
  apply(state: State, op: Op, at: NodeId): State
  /** What somebody knows who knew one of them and hears of the other. */
  merge(a: State, b: State): State
  value(state: State): Value
}

export type SetOp = { readonly add: string } | { readonly remove: string }

/** So many pieces more of an item, or none of it. */
export type CartOp = { readonly item: string; readonly qty: number } | { readonly remove: string }

/** What is in a cart, in any order: each item once, with its quantity. */
export type CartValue = readonly (readonly [item: string, qty: number])[]

// TODO: part 1. `add` may be negative. Choose what a state is: whatever JSON can carry.
export const pnCounter: Crdt<unknown, { readonly add: number }, number> = {
  init: () => notYet('pnCounter', 'start at part 1 in src/crdt-cart.ts'),
  apply: () => notYet('pnCounter', 'it is part 1'),
  merge: () => notYet('pnCounter', 'it is part 1'),
  value: () => notYet('pnCounter', 'it is part 1'),
}

// TODO: part 2. The items that are in the set, in any order, each once.
export const orSet: Crdt<unknown, SetOp, readonly string[]> = {
  init: () => notYet('orSet', 'it is part 2'),
  apply: () => notYet('orSet', 'it is part 2'),
  merge: () => notYet('orSet', 'it is part 2'),
  value: () => notYet('orSet', 'it is part 2'),
}

// TODO: part 3. The same idea, with quantities.
export const cart: Crdt<unknown, CartOp, CartValue> = {
  init: () => notYet('cart', 'it is part 3'),
  apply: () => notYet('cart', 'it is part 3'),
  merge: () => notYet('cart', 'it is part 3'),
  value: () => notYet('cart', 'it is part 3'),
}

// A stretch: export `leanSet`, an orSet whose state does not grow with what was removed.

function notYet(name: string, where: string): never {
  throw new Error(`${name} is not written yet: ${where}`)
}
