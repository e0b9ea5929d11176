import { kept } from '@five-pillars/suite'
import fc from 'fast-check'

import { bumped, isSame, merged } from './counts.ts'
import type { Counts } from './counts.ts'
import { nameAt, pools } from './names.ts'

const STEPS_MAX = 24
const WRITERS_MAX = 4

/** A value that was written, and every write that its writer had read before, itself among them. */
export interface Written {
  readonly value: unknown
  readonly version: Counts
  readonly past: ReadonlySet<Written>
}

/** One call of `put`, and what has to come of it. */
export interface Put {
  /** What the store holds, none of which is in the past of another. */
  readonly siblings: readonly Written[]
  readonly context: Counts
  readonly written: Written
  readonly at: string
  readonly unread: readonly Written[]
}

type Act = 'read' | 'write' | 'tell'
interface Step {
  readonly act: Act
  readonly writer: number
  readonly store: number
  readonly value: unknown
}

interface Writer {
  readonly name: string
  context: Counts
  past: ReadonlySet<Written>
}

/** All of them different, and many of them falsy; in a history of some length they come again. */
const VALUES = ['v1', 'v2', 'v3', 0, '', null, undefined, false]

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    act: fc.constantFrom<Act[]>('write', 'read', 'write', 'tell'),
    writer: fc.nat(59),
    store: fc.nat(1),
    value: fc.constantFrom(...VALUES),
  }),
  { minLength: 1, maxLength: STEPS_MAX, size: 'max' },
)

/** The writes to two stores, by writers who read now and then, while the stores tell each other. */
export const putLists: fc.Arbitrary<readonly Put[]> = kept(
  fc
    .record({ pool: pools, writers: fc.integer({ min: 1, max: WRITERS_MAX }), steps })
    .map(({ pool, writers, steps: all }) => playSteps(pool, writers, all)),
)

function playSteps(pool: readonly string[], writers: number, all: readonly Step[]): Put[] {
  const people: Writer[] = Array.from({ length: writers }, (_, place) => {
    return { name: nameAt(pool, place), context: new Map(), past: new Set() }
  })
  const stores: [readonly Written[], readonly Written[]] = [[], []]
  const puts: Put[] = []
  for (const { act, writer, store, value } of all) {
    const person = people[writer % writers]
    const [here, there] = store === 0 ? ([0, 1] as const) : ([1, 0] as const)
    if (person === undefined) throw new Error('sentinel-version-vectors-stores.ts: no writer')
    if (act === 'read') readAll(person, stores[here])
    if (act === 'tell') stores[there] = together(stores[there], stores[here])
    if (act !== 'write') continue
    const put = writeOne(person, stores[here], value)
    puts.push(put)
    stores[here] = [...put.unread, put.written]
  }
  return puts
}

function readAll(person: Writer, siblings: readonly Written[]): void {
  person.context = merged([person.context, ...siblings.map(({ version }) => version)])
  person.past = new Set([...person.past, ...siblings.flatMap(({ past }) => [...past])])
}

function writeOne(person: Writer, siblings: readonly Written[], value: unknown): Put {
  const { name: at, context, past: before } = person
  const past = new Set(before)
  const written: Written = { value, version: bumped(context, at), past }
  past.add(written)
  person.context = written.version
  person.past = past
  return { siblings, context, written, at, unread: siblings.filter((one) => !before.has(one)) }
}

/** What two stores hold together: nothing that the writer of another one has read. */
function together(a: readonly Written[], b: readonly Written[]): readonly Written[] {
  const all = [...new Set([...a, ...b])]
  return all.filter((one) => !all.some((other) => other !== one && other.past.has(one)))
}

/** The write whose version it is. */
export function withVersion(all: readonly Written[], version: Counts): Written | undefined {
  return all.find((one) => isSame(one.version, version))
}
