import type { Life, Step } from './life.ts'

/** A+ adds soup at A, A- removes it there, A<B lets A hear of B. Each is the smallest of its kind. */
const TEXTS = [
  // An add that the remove has not seen.
  'A+ B<A B- A+ B<A A<B',
  // What was removed, heard of again from somebody who still has it; and removed elsewhere.
  'A+ B<A A- A<B B<A',
  'A+ B<A C<A B- C<B A<C',
  // Removed, and added again.
  'A+ A- A+ B<A B- A<B A+ B<A',
  // Two adds at the same time, of which the remove has seen one.
  'A+ B+ C<B C- A<C B<C',
  'A+ B+ A<B C<B C- A<C',
  'A+ B+ B<A C<A C- B<C',
  // Two removes at the same time, and a new add.
  'A+ B<A A- B- A+ A<B B<A',
  // Heard of in a circle, and twice.
  'A+ B<A C<B A<C A<C A- C<A B<C A<B',
  // Two nodes that add at the same time, and again after a remove.
  'A+ B+ A<B B<A A- A+ B+ A<B B<A',
]

/** Lives of three nodes, for a set or a cart. */
export function handFed<Op>(add: Op, remove: Op): readonly Life<Op>[] {
  return TEXTS.map((text) => ({
    nodes: ['A', 'B', 'C'],
    steps: text.split(' ').map((word) => stepOf(word, add, remove)),
    order: [],
  }))
}

function stepOf<Op>(word: string, add: Op, remove: Op): Step<Op> {
  const [node = '', what, from = ''] = word
  if (what === '+') return { kind: 'do', node, op: add }
  if (what === '-') return { kind: 'do', node, op: remove }
  if (what === '<') return { kind: 'hear', node, from }
  throw new Error(`sentinel-crdt-cart-hand-fed.ts: "${word}"`)
}
