import { holdsLater } from '@five-pillars/suite'
import fc from 'fast-check'

import type { Fate } from '../../fleet.ts'
import { Bench } from './bench.ts'
import type { Audit } from './bench.ts'
import { hostsOf } from './hosts.ts'
import type { Subject } from './checks.ts'

/** Something that happens to a fleet or its controller; a host is an index into the fleet. */
type Deed =
  | { readonly kind: 'down'; readonly host: number; readonly forMs: number }
  | { readonly kind: 'abort' | 'start' }

export interface Story {
  readonly hosts: number
  readonly zones: number
  readonly isOdd: boolean
  readonly waves: readonly number[]
  readonly maxUnavailable: number
  /** What deployments bring, one after the other for each host. */
  readonly fates: readonly Partial<Fate>[]
  /** Share of errors of any version, and of the new one beside it. */
  readonly base: number
  readonly more: number
  readonly deeds: readonly (readonly [atMs: number, deed: Deed])[]
}

type Kind = Deed['kind']

const LONGEST_MS = 150_000
const HOSTS_MAX = 8

const good: Partial<Fate> = {}
const fates: readonly Partial<Fate>[] = [
  { afterMs: 5000 },
  { downMs: 3000 },
  { answer: 'timeout', afterMs: 4000, lands: false },
  { answer: 'timeout', afterMs: 4000 },
  { answer: 'failed', lands: false },
  { lands: false },
]

/** Stories in which these kinds of things happen; without `flawed`, every deployment succeeds. */
export function stories(kinds: readonly Kind[], isFlawed = true): fc.Arbitrary<Story> {
  return fc.integer({ min: 2, max: HOSTS_MAX }).chain((hosts) =>
    fc.record({
      hosts: fc.constant(hosts),
      zones: fc.integer({ min: 1, max: Math.min(3, hosts) }),
      isOdd: fc.boolean(),
      waves: fc
        .uniqueArray(fc.integer({ min: 1, max: hosts - 1 }), { minLength: 1, maxLength: 2 })
        .map((sizes) => [...sizes.toSorted((a, b) => a - b), hosts]),
      maxUnavailable: fc.integer({ min: 1, max: 3 }),
      fates: isFlawed ? fc.array(anyFate, { minLength: 1, maxLength: 12 }) : fc.constant([good]),
      base: fc.constantFrom(0, 0.02, 0.3),
      more: fc.constantFrom(0, 0, 0.3),
      deeds:
        kinds.length === 0 ? fc.constant([]) : fc.array(deedOf(kinds, hosts), { maxLength: 3 }),
    }),
  )
}

const anyFate = fc.oneof(
  { weight: 5, arbitrary: fc.constant(good) },
  { weight: 2, arbitrary: fc.constantFrom(...fates) },
)

function deedOf(kinds: readonly Kind[], hosts: number): fc.Arbitrary<readonly [number, Deed]> {
  const at = fc.integer({ min: 1, max: 120 }).map((halves) => halves * 500)
  return fc.tuple(
    at,
    fc.constantFrom(...kinds).chain((kind): fc.Arbitrary<Deed> => {
      if (kind !== 'down') return fc.constant({ kind })
      return fc.record({
        kind: fc.constant(kind),
        host: fc.nat({ max: hosts - 1 }),
        forMs: fc.constantFrom(4000, 15_000),
      })
    }),
  )
}

/** Some promises hold in all stories of some kind; `factor` as in `holdsLater`. */
export function holdsInStories(
  subject: Subject,
  cases: fc.Arbitrary<Story>,
  audits: readonly Audit[],
  factor: number,
): Promise<void> {
  const play = (story: Story): Promise<void> => playStory(subject, story, audits)
  return holdsLater([cases], play, { factor })
}

/** Plays a story to its end, with an eye on some promises. */
async function playStory(subject: Subject, story: Story, audits: readonly Audit[]): Promise<void> {
  const hosts = hostsOf(story.hosts, story)
  const ids = hosts.map(({ id }) => id)
  const { base, more } = story
  const bench = new Bench(subject, {
    hosts,
    audits,
    options: { waves: [...story.waves], maxUnavailable: story.maxUnavailable },
    load: { errors: (version) => base + (version === 'v2' ? more : 0) },
    fate: (id, _version, nth) => story.fates[(ids.indexOf(id) + nth) % story.fates.length] ?? good,
  })
  bench.start()
  for (const [at, deed] of story.deeds.toSorted(([a], [b]) => a - b)) {
    await bench.pass(at - bench.time.now)
    happen(bench, deed, ids)
  }
  await bench.reach(['done', 'halted'], LONGEST_MS)
  await bench.pass(1000)
  if (bench.time.now <= 0) throw new Error('sentinel-rollout-stories.ts: no time has passed')
}

function happen(bench: Bench, deed: Deed, ids: readonly string[]): void {
  if (deed.kind === 'abort') bench.abort()
  if (deed.kind === 'start') bench.start()
  if (deed.kind !== 'down') return
  const id = ids[deed.host] ?? ''
  if (bench.model.underWay.some(([other]) => other === id)) return
  bench.note(`${JSON.stringify(id)} is down`)
  bench.model.strike(id, deed.forMs)
}
