import { kept } from '@five-pillars/suite'
import fc from 'fast-check'

import type { Counts } from './counts.ts'
import { NODES_MAX, nameAt, pools } from './names.ts'

const EVENTS_MAX = 60
const PAIRS = 12

/** Something that happened at a node, and the event whose message it received, if it received one. */
interface Happening {
  readonly node: number
  readonly heardOf: number | undefined
}

/** Two events of a history: what was known at each, and how they stand to each other. */
export interface Pair {
  readonly a: Counts
  readonly b: Counts
  /** Whether the first one reached the second through messages, and the other way round. */
  readonly isKnown: { readonly aToB: boolean; readonly bToA: boolean }
}

/**
 * Pairs of events from histories of up to six nodes that work and send each other messages. Who knows
 * of whom is found by following the messages, and what each event knows by counting: no version was
 * compared or merged to find it.
 */
export const pairLists: fc.Arbitrary<readonly Pair[]> = kept(
  fc
    .record({
      pool: pools,
      nodes: fc.integer({ min: 1, max: NODES_MAX }),
      steps: fc.array(fc.record({ node: fc.nat(59), hears: fc.nat(2), back: fc.nat(59) }), {
        minLength: 1,
        maxLength: EVENTS_MAX,
        size: 'max',
      }),
      picks: fc.array(fc.tuple(fc.nat(59), fc.nat(59)), { minLength: 1, maxLength: PAIRS }),
    })
    .map(({ pool, nodes, steps, picks }) => {
      const happenings = steps.map(({ node, hears, back }, index) => ({
        node: node % nodes,
        heardOf: hears > 0 && index > 0 ? index - 1 - (back % index) : undefined,
      }))
      const reached = reachedBy(happenings)
      return picks.map(([first, second]) =>
        pairOf(first % happenings.length, second % happenings.length, happenings, reached, pool),
      )
    }),
)

/** For each event, all those from which a way of messages and of later moments leads to it. */
function reachedBy(happenings: readonly Happening[]): readonly ReadonlySet<number>[] {
  const latest = new Map<number, number>()
  const all: ReadonlySet<number>[] = []
  for (const [index, { node, heardOf }] of happenings.entries()) {
    const from = [latest.get(node), heardOf].filter((event) => event !== undefined)
    all.push(new Set([...from.flatMap((event) => [...(all[event] ?? [])]), index]))
    latest.set(node, index)
  }
  return all
}

function pairOf(
  first: number,
  second: number,
  happenings: readonly Happening[],
  reached: readonly ReadonlySet<number>[],
  pool: readonly string[],
): Pair {
  const toFirst = reached[first]
  const toSecond = reached[second]
  if (toFirst === undefined || toSecond === undefined) {
    throw new Error('sentinel-version-vectors-history.ts: nothing happened')
  }
  return {
    a: counted(toFirst, happenings, pool),
    b: counted(toSecond, happenings, pool),
    isKnown: { aToB: toSecond.has(first), bToA: toFirst.has(second) },
  }
}

function counted(
  events: ReadonlySet<number>,
  happenings: readonly Happening[],
  pool: readonly string[],
): Counts {
  const counts = new Map<string, number>()
  for (const [index, { node }] of happenings.entries()) {
    const name = nameAt(pool, node)
    if (events.has(index)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}
