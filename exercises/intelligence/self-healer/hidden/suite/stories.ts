import { holdsLater, quoted } from '@five-pillars/suite'
import fc from 'fast-check'

import type { Fate } from '../../model-world.ts'
import type { HealerOptions, Item } from '../../src/self-healer.ts'
import { Bench } from './bench.ts'
import type { Audit } from './bench.ts'
import type { Subject } from './checks.ts'
import { idOf, idsOf } from './items.ts'

/** Something that happens to a world or its healer; an item is an index. */
type Befall = 'break' | 'recover' | 'hide' | 'lose' | 'late' | 'other'

type Deed =
  | { readonly kind: Befall; readonly item: number }
  | { readonly kind: 'plan'; readonly first: number }
  | { readonly kind: 'down' | 'lag' | 'stop'; readonly forMs: number }
  | { readonly kind: 'resume' }

export type Kind = Deed['kind']

export interface Story {
  readonly isOdd: boolean
  /** How many items plan 5 wants. */
  readonly wanted: number
  readonly items: readonly Omit<Item, 'id'>[]
  readonly options: Omit<HealerOptions, 'coolDownMs'>
  /** What actions bring, one after the other for each item. */
  readonly fates: readonly Partial<Fate>[]
  readonly deeds: readonly (readonly [atMs: number, deed: Deed])[]
}

export const everyKind: readonly Kind[] = [
  'break',
  'recover',
  'hide',
  'lose',
  'late',
  'other',
  'plan',
  'down',
  'lag',
  'stop',
  'resume',
]

const PLAN = 5
const ITEMS_MAX = 7
const FOR_MS = 45_000
const COOL_DOWN_MS = 6000

const fates: readonly Partial<Fate>[] = [
  {},
  { workMs: 500 },
  { workMs: 3730 },
  { travelMs: 1310 },
  { isOk: false },
  { isOk: false, workMs: 300 },
]

const health = fc.constantFrom<Item['health']>(
  'healthy',
  'healthy',
  'healthy',
  'healthy',
  'broken',
  'unknown',
)

/** Stories in which these kinds of things happen. */
export function stories(kinds: readonly Kind[], deedsMax = 6): fc.Arbitrary<Story> {
  return fc.record({
    isOdd: fc.boolean(),
    wanted: fc.integer({ min: 1, max: ITEMS_MAX - 1 }),
    items: fc.array(fc.record({ plan: fc.constantFrom(PLAN, PLAN, PLAN - 1), health }), {
      maxLength: ITEMS_MAX,
    }),
    options: fc.record({
      maxConcurrent: fc.integer({ min: 1, max: 4 }),
      maxPerHour: fc.constantFrom(3, 8, 100, 100),
      disruptionBudget: fc.integer({ min: 1, max: 3 }),
      minHealthyRatio: fc.constantFrom(0, 0.25, 0.5, 0.5, 0.75),
    }),
    fates: fc.array(fc.constantFrom(...fates), { minLength: 1, maxLength: 6 }),
    deeds: fc.array(fc.tuple(atMs, deedOf(kinds)), { maxLength: deedsMax }),
  })
}

const atMs = fc.integer({ min: 1, max: 64 }).map((halves) => halves * 500 + 7)
const itemIndex = fc.nat({ max: ITEMS_MAX - 1 })
const forMs = fc.constantFrom(1500, 6000, 13_000)

function deedOf(kinds: readonly Kind[]): fc.Arbitrary<Deed> {
  return fc.constantFrom(...kinds).chain((kind): fc.Arbitrary<Deed> => {
    if (kind === 'resume') return fc.constant({ kind })
    if (kind === 'plan') return fc.record({ kind: fc.constant(kind), first: fc.nat({ max: 2 }) })
    if (kind === 'down' || kind === 'lag' || kind === 'stop') {
      return fc.record({ kind: fc.constant(kind), forMs })
    }
    return fc.record({ kind: fc.constant(kind), item: itemIndex })
  })
}

/**
 * Some promises hold in all stories of some kind.
 *
 * @param audits makes those that look at one story
 * @param factor as in `holdsLater`
 */
export function holdsInStories(
  subject: Subject,
  cases: fc.Arbitrary<Story>,
  audits: () => readonly Audit[],
  factor: number,
): Promise<void> {
  const play = (story: Story): Promise<void> => playStory(subject, story, audits())
  return holdsLater([cases], play, { factor })
}

/** Plays a story to its end, with an eye on some promises. */
export async function playStory(
  subject: Subject,
  story: Story,
  audits: readonly Audit[],
): Promise<void> {
  const { isOdd, wanted, items } = story
  const ids = idsOf(ITEMS_MAX, isOdd)
  const bench = new Bench(subject, {
    spec: { plan: PLAN, ids: ids.slice(0, wanted) },
    items: items.map((item, index) => ({ ...item, id: idOf(index, isOdd) })),
    options: { ...story.options, coolDownMs: COOL_DOWN_MS },
    fate: ({ id }, nth) => story.fates[(ids.indexOf(id) + nth) % story.fates.length] ?? {},
    audits,
  })
  const origin = bench.time.now
  const deeds = story.deeds.flatMap(([at, deed]) => withEnd(at, deed))
  bench.start()
  for (const [at, act] of deeds.toSorted(([a], [b]) => a - b)) {
    await bench.pass(origin + at - bench.time.now)
    act(bench, ids)
  }
  await bench.pass(origin + FOR_MS - bench.time.now)
  if (bench.time.now <= origin) throw new Error('sentinel-self-healer-stories.ts: no time passed')
}

type Act = (bench: Bench, ids: readonly string[]) => void

/** What lasts a while has an end. */
function withEnd(at: number, deed: Deed): (readonly [number, Act])[] {
  switch (deed.kind) {
    case 'down':
      return [
        [at, (bench) => bench.happens('the monitor is down', (model) => (model.isDown = true))],
        [
          at + deed.forMs,
          (bench) => bench.happens('it is back', (model) => (model.isDown = false)),
        ],
      ]
    case 'lag':
      return [
        [at, (bench) => bench.happens('the monitor lags', (model) => (model.lagMs = deed.forMs))],
        [at + deed.forMs, (bench) => bench.happens('it has caught up', (m) => (m.lagMs = 0))],
      ]
    case 'stop':
      return [
        [at, (bench) => bench.stop()],
        [at + deed.forMs, (bench) => bench.start()],
      ]
    case 'resume':
      return [[at, (bench) => bench.resume()]]
    case 'plan':
      return [[at, (bench, ids) => planned(bench, ids, deed.first)]]
    case 'break':
    case 'recover':
    case 'hide':
    case 'lose':
    case 'late':
    case 'other':
      return [[at, (bench, ids) => befalls(bench, deed.kind, ids[deed.item] ?? '')]]
  }
}

function planned(bench: Bench, ids: readonly string[], first: number): void {
  const { model } = bench
  const plan = model.spec.plan + 1
  bench.happens(`plan ${plan} is wanted`, () => {
    model.spec = { plan, ids: ids.slice(first, first + model.spec.ids.length) }
  })
}

function befalls(bench: Bench, kind: Befall, id: string): void {
  const { model } = bench
  const name = quoted(id)
  switch (kind) {
    case 'break':
      return bench.happens(`${name} breaks`, () => model.become(id, 'broken'))
    case 'recover':
      return bench.happens(`${name} is well`, () => model.become(id, 'healthy'))
    case 'hide':
      return bench.happens(`${name} is out of sight`, () => model.become(id, 'unknown'))
    case 'lose':
      return bench.happens(`${name} is lost`, () => model.lose(id))
    case 'late':
    case 'other': {
      const plan = model.spec.plan + (kind === 'late' ? 1 : -1)
      return bench.happens(`somebody puts ${name} of plan ${plan}`, () =>
        model.change(id, { plan, health: 'healthy' }),
      )
    }
  }
}
