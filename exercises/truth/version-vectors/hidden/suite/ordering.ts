import { BrokenPromise, asked, holds } from '@five-pillars/suite'

import type { VV } from '../../src/version-vectors.ts'
import { countIn, given, versionText } from './counts.ts'
import type { Counts } from './counts.ts'
import { handFed } from './hand-fed.ts'
import { pairLists } from './history.ts'
import type { Pair } from './history.ts'
import { pools } from './names.ts'
import { shown } from './subject.ts'
import type { Subject } from './subject.ts'

const ORDERS = ['before', 'after', 'equal', 'concurrent']

/** Whoever is told that one version is the older one throws it away. */
export function ordersNothingElse(subject: Subject): void {
  forPairs((pair) => {
    const [a, b] = [given(pair.a), given(pair.b)]
    const got = askOrder(subject, a, b)
    const truth = truthOf(pair)
    if (!ORDERS.includes(got)) broken(a, b, got, `${ORDERS.slice(0, 3).join(', ')} or concurrent`)
    if (got !== 'concurrent' && got !== truth) broken(a, b, got, truth)
  })
}

/** A conflict that is none is one that somebody has to settle by hand. */
export function ordersAllThatIs(subject: Subject): void {
  forPairs((pair) => {
    const truth = truthOf(pair)
    const [a, b] = [given(pair.a), given(pair.b)]
    const got = askOrder(subject, a, b)
    if (truth !== 'concurrent' && got !== truth) broken(a, b, got, truth)
  })
}

/** Whether a node is named with 0 or not at all is the same. */
export function takesMissingForZero(subject: Subject): void {
  const promise = (pair: Pair, zeros: readonly string[]): void => {
    for (const [a, b] of [
      [given(pair.a, zeros), given(pair.b)],
      [given(pair.a), given(pair.b, zeros)],
    ] as const) {
      const got = askOrder(subject, a, b)
      if (got !== truthOf(pair)) broken(a, b, got, truthOf(pair))
    }
  }
  for (const pair of handFed.map(pairFrom)) promise(pair, ['Z', 'A', 'B'])
  holds([pairLists, pools], (pairs, pool) => {
    for (const pair of pairs.slice(0, 3)) promise(pair, pool)
  })
}

function forPairs(promise: (pair: Pair) => void): void {
  for (const [a, b] of handFed) {
    promise(pairFrom([a, b]))
    promise(pairFrom([b, a]))
  }
  holds([pairLists], (pairs) => {
    for (const pair of pairs) promise(pair)
  })
}

/** By hand there are no messages to follow: every count of one has to be in the other. */
function pairFrom([a, b]: readonly [Counts, Counts]): Pair {
  return { a, b, isKnown: { aToB: isIn(a, b), bToA: isIn(b, a) } }
}

function isIn(one: Counts, other: Counts): boolean {
  return [...one].every(([id, count]) => countIn(other, id) >= count)
}

function truthOf({ isKnown: { aToB, bToA } }: Pair): string {
  if (aToB) return bToA ? 'equal' : 'before'
  return bToA ? 'after' : 'concurrent'
}

function askOrder({ compare }: Subject, a: VV, b: VV): string {
  return asked(callText(a, b), () => {
    const got: unknown = compare(a, b)
    return typeof got === 'string' ? got : shown(got)
  })
}

function callText(a: VV, b: VV): string {
  return `compare(${versionText(a)}, ${versionText(b)})`
}

function broken(a: VV, b: VV, got: string, truth: string): never {
  if (truth === '') throw new Error('sentinel-version-vectors-ordering.ts: nothing is true')
  throw new BrokenPromise(`${callText(a, b)}\ngives ${got}, but ${reasonOf(truth)}`)
}

function reasonOf(truth: string): string {
  if (truth === 'concurrent') {
    return 'each of them knows of something that the other does not know of: concurrent.'
  }
  if (truth === 'equal') return 'both know the same: equal.'
  if (truth === 'before') return 'the second knows all that the first knows, and more: before.'
  if (truth === 'after') return 'the first knows all that the second knows, and more: after.'
  return `the answer is one of ${truth}.`
}
