import { BrokenPromise, asked, listed } from '@five-pillars/suite'

import { disjointSets, REPLICAS_MAX } from './disjoint-sets.ts'
import { shown } from './subject.ts'
import type { Subject } from './subject.ts'

/** Every read set against every write set: more replicas would only say the same again. */
const OVERLAPS_MAX = 6

/** Too many to try every set, and what a table or a rounding may get wrong. */
const LARGE = [10, 11, 12, 13, 50, 51, 99, 100, 101, 999, 1000]

/** Any two majorities share a member. */
export function majoritiesMeet({ majority }: Subject): void {
  for (const n of upTo(REPLICAS_MAX)) {
    const size = majorityOf(n, majority)
    if (size < 1) broken(`majority(${n}) is ${size}. Nobody at all is no majority.`)
    const apart = disjointSets(n, size, size)
    if (apart === null) continue
    const [one, other] = apart.map((names) => listed(names))
    broken(
      `majority(${n}) is ${size}, but two of them can share nobody: ${one} here, ${other} there.`,
    )
  }
  for (const n of LARGE) {
    const size = majorityOf(n, majority)
    if (2 * size > n) continue
    broken(`majority(${n}) is ${size}, but two sets of ${size} can share nobody.`)
  }
}

/** One less is not enough: two sets of that size can share nobody. */
export function majorityIsSmallest({ majority }: Subject): void {
  for (const n of [...upTo(REPLICAS_MAX), ...LARGE]) {
    const size = majorityOf(n, majority)
    if (size > n) broken(`majority(${n}) is ${size}: more than there are.`)
    const fewer = size - 1
    if (2 * fewer <= n) continue
    broken(
      `majority(${n}) is ${size}, but any two sets of ${fewer} of the ${n} share a member too.`,
    )
  }
}

/** Where `overlaps` says yes, there is no read that misses a write. */
export function yesMeansMeeting({ overlaps }: Subject): void {
  for (const { n, r, w } of configurations()) {
    const apart = disjointSets(n, r, w)
    if (!answer(n, r, w, overlaps) || apart === null) continue
    const [read, written] = apart.map((names) => (names.length === 0 ? 'nobody' : listed(names)))
    broken(
      `overlaps(${n}, ${r}, ${w}) is true, but a read from ${read} misses a write to ${written}.`,
    )
  }
}

/** Where `overlaps` says no, there is one. */
export function noMeansApart({ overlaps }: Subject): void {
  for (const { n, r, w } of configurations()) {
    if (answer(n, r, w, overlaps) || disjointSets(n, r, w) !== null) continue
    const any = `any ${r} to read and any ${w} to write`
    broken(`overlaps(${n}, ${r}, ${w}) is false, but ${any} share one of the ${n}.`)
  }
}

function majorityOf(n: number, majority: Subject['majority']): number {
  const got: unknown = asked(`majority(${n})`, () => majority(n))
  if (typeof got === 'number' && Number.isInteger(got)) return got
  return broken(`majority(${n}) is ${shown(got)}, not a whole number.`)
}

function answer(n: number, r: number, w: number, overlaps: Subject['overlaps']): boolean {
  const call = `overlaps(${n}, ${r}, ${w})`
  const got: unknown = asked(call, () => overlaps(n, r, w))
  return typeof got === 'boolean' ? got : broken(`${call} is ${shown(got)}, not true or false.`)
}

/** Sets of nobody come last: they make the strangest stories. */
function* configurations(): Generator<{ n: number; r: number; w: number }> {
  for (const n of upTo(OVERLAPS_MAX)) {
    for (const r of upTo(n)) for (const w of upTo(n)) yield { n, r, w }
  }
  for (const n of upTo(OVERLAPS_MAX)) {
    for (const some of [...upTo(n), 0])
      yield* [
        { n, r: some, w: 0 },
        { n, r: 0, w: some },
      ]
  }
}

function upTo(n: number): number[] {
  if (n < 1) throw new Error('sentinel-quorum-arithmetic.ts: counting begins at 1')
  return Array.from({ length: n }, (_, index) => index + 1)
}

function broken(sentence: string): never {
  throw new BrokenPromise(sentence)
}
