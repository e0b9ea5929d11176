import { kept } from '@five-pillars/suite'
import fc from 'fast-check'

const NODES_MAX = 5
const STEPS_MAX = 30

/** Something that was done at a node, and all that the node knew then. */
export interface Deed<Op> {
  readonly op: Op
  readonly past: Known<Op>
}

export type Known<Op> = ReadonlySet<Deed<Op>>

export type Step<Op> =
  | { readonly kind: 'do'; readonly node: string; readonly op: Op }
  /** The node hears of another one, as it is now. */
  | { readonly kind: 'hear'; readonly node: string; readonly from: string }
  /** A message that is on its way for a while. */
  | { readonly kind: 'send'; readonly node: string }
  /** Any message ever sent, so that some are lost, some come twice, and some come late. */
  | { readonly kind: 'deliver'; readonly node: string; readonly message: number }

export interface Life<Op> {
  readonly nodes: readonly string[]
  readonly steps: readonly Step<Op>[]
  /** In which order everybody tells everybody in the end. */
  readonly order: readonly number[]
}

const POOLS = [
  ['A', 'B', 'C', 'D', 'E'],
  ['E', 'B', 'A', 'D', 'C'],
  ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'],
  ['10', '9', '1', '', '01'],
  ['a', 'a,1', 'a:1', 'a#1', '1'],
] as const

/** Lives of three to five nodes that do things, and send their states about. */
export function lives<Op>(ops: fc.Arbitrary<Op>): fc.Arbitrary<Life<Op>> {
  const step = fc.record({
    kind: fc.constantFrom('do', 'hear', 'do', 'hear', 'do', 'hear', 'send', 'deliver'),
    node: fc.nat(59),
    message: fc.nat(59),
    op: ops,
  })
  return kept(
    fc
      .record({
        pool: fc.constantFrom(...POOLS),
        size: fc.constantFrom(3, 3, 3, 4, NODES_MAX),
        steps: fc.array(step, { minLength: 1, maxLength: STEPS_MAX, size: 'max' }),
        order: fc.array(fc.nat(59), { minLength: NODES_MAX, maxLength: NODES_MAX }),
      })
      .map(({ pool, size, steps: given, order }) => {
        let sent = 0
        const steps = given.flatMap(({ kind, node: place, message, op }): Step<Op>[] => {
          const node = nameAt(pool, place % size)
          if (kind === 'do') return [{ kind, node, op }]
          const from = nameAt(pool, (place + 1 + (message % (size - 1))) % size)
          if (kind === 'hear') return [{ kind, node, from }]
          if (kind === 'send' || sent === 0) {
            sent += 1
            return [{ kind: 'send', node }]
          }
          return [{ kind: 'deliver', node, message: message % sent }]
        })
        return { nodes: pool.slice(0, size), steps, order }
      }),
  )
}

function nameAt(pool: readonly string[], place: number): string {
  const name = pool[place]
  if (name === undefined) throw new Error(`sentinel-crdt-cart-life.ts: nobody is number ${place}`)
  return name
}
