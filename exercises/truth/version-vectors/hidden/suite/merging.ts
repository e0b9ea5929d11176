import { BrokenPromise, asked, holds, kept, quoted } from '@five-pillars/suite'
import fc from 'fast-check'

import type { VV } from '../../src/version-vectors.ts'
import { bumped, countIn, given, isSame, merged, versionText } from './counts.ts'
import type { Counts } from './counts.ts'
import { handFed } from './hand-fed.ts'
import { NODES_MAX, nameAt, pools } from './names.ts'
import { versionIn } from './subject.ts'
import type { Subject } from './subject.ts'

type Two = readonly [Counts, Counts]

/** Many are equal, since most of what two nodes know is the same. */
const amounts = fc.array(fc.nat(3), { minLength: NODES_MAX, maxLength: NODES_MAX })

/** Two versions of the same nodes, some of which only one of them has heard of. */
const twos: fc.Arbitrary<Two> = kept(
  fc
    .record({ pool: pools, first: amounts, second: amounts, scale: fc.constantFrom(1, 9, 2 ** 33) })
    .map(({ pool, first, second, scale }): Two => [
      countsFrom(first, pool, scale),
      countsFrom(second, pool, scale),
    ]),
)

const nodes = fc.tuple(pools, fc.nat(NODES_MAX - 1)).map(([pool, place]) => nameAt(pool, place))

export function mergeForgetsNothing(subject: Subject): void {
  forMerges(subject, (a, b, got) => {
    for (const [id, count] of merged([a, b])) {
      if (countIn(got, id) < count) {
        broken(mergeText(a, b), got, `${count} of ${quoted(id)} were known to one of them.`)
      }
    }
  })
}

export function mergeInventsNothing(subject: Subject): void {
  forMerges(subject, (a, b, got) => {
    const known = merged([a, b])
    for (const [id, count] of got) {
      if (count > countIn(known, id)) {
        broken(mergeText(a, b), got, `nobody has heard of ${count} of ${quoted(id)}.`)
      }
    }
  })
}

export function bumpCountsOne({ bump }: Subject): void {
  const promise = (counts: Counts, id: string): void => {
    const a = given(counts)
    const call = `bump(${versionText(a)}, ${quoted(id)})`
    const got = asked(call, () => versionIn(call, bump(a, id)))
    const wanted = bumped(counts, id)
    if (!isSame(got, wanted))
      broken(call, got, `one more of ${quoted(id)} is ${versionText(wanted)}.`)
  }
  for (const [a, b] of handFed) {
    promise(a, 'A')
    promise(b, 'C')
  }
  holds([twos, nodes], ([a], id) => promise(a, id))
}

/** A function that keeps something between its calls gives another answer the second time. */
export function startsFromNothing(subject: Subject): void {
  const promise = ([a, b]: Two, [c, d]: Two, id: string): void => {
    const ask = (): string => answersText(subject, given(a), given(b), id)
    const first = ask()
    answersText(subject, given(c), given(d), id)
    const again = ask()
    if (again === first) return
    throw new BrokenPromise(
      [
        'The same questions have other answers the second time.',
        `  asked: ${mergeText(a, b)}, and bump and compare of the same`,
        `  first: ${first}`,
        `  again: ${again}`,
        `  in between: ${mergeText(c, d)}`,
      ].join('\n'),
    )
  }
  holds([twos, twos, nodes], promise)
}

function answersText({ merge, bump, compare }: Subject, a: VV, b: VV, id: string): string {
  const call = `merge(${versionText(a)}, ${versionText(b)})`
  return asked(call, () => {
    const both = versionIn(call, merge(a, b))
    const more = versionIn(call, bump(a, id))
    return `${sortedText(both)}, ${sortedText(more)}, ${compare(a, b)}`
  })
}

function sortedText(counts: Counts): string {
  return versionText(new Map([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))))
}

function forMerges(subject: Subject, promise: (a: Counts, b: Counts, got: Counts) => void): void {
  const check = (a: Counts, b: Counts): void => {
    const [x, y] = [given(a), given(b)]
    const call = mergeText(a, b)
    promise(
      a,
      b,
      asked(call, () => versionIn(call, subject.merge(x, y))),
    )
  }
  for (const [a, b] of handFed) {
    check(a, b)
    check(b, a)
  }
  holds([twos], ([a, b]) => check(a, b))
}

function mergeText(a: Counts, b: Counts): string {
  return `merge(${versionText(a)}, ${versionText(b)})`
}

function countsFrom(amount: readonly number[], pool: readonly string[], scale: number): Counts {
  if (pool.length < amount.length) {
    throw new Error('sentinel-version-vectors-merging.ts: somebody has no name')
  }
  const entries = amount.map((n, place): [string, number] => [nameAt(pool, place), n * scale])
  return new Map(entries.filter(([, count]) => count > 0))
}

function broken(call: string, got: Counts, why: string): never {
  throw new BrokenPromise(`${call}\ngives ${versionText(got)}, but ${why}`)
}
