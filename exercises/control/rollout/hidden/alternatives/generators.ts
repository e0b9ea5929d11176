import type { Clock, TimerId } from '@five-pillars/simulator'

import type { Fleet, Rollout, RolloutOptions, State } from '../../src/rollout.ts'

/** Each `yield` is a nap: until something has answered, or the alarm rings. */
type Story = Generator<undefined, boolean>

/** What all chapters of a story share. */
interface Book {
  readonly fleet: Readonly<Fleet>
  readonly rules: Readonly<RolloutOptions>
  readonly clock: Readonly<Clock>
  readonly pending: Map<string, Promise<void>>
  readonly goOn: () => void
  chapter: State
  old: string
  fresh: string
  heardAt: number
}

const ALARM_MS = 1300
const TRIES = [1, 2, 3] as const

/** A story told by a generator; an abort tears it up and begins to tell the way back. */
export const createRollout = (
  fleet: Readonly<Fleet>,
  rules: Readonly<RolloutOptions>,
  clock: Readonly<Clock>,
): Rollout => {
  let story: Story | null = null
  let alarm: TimerId | null = null

  const goOn = (): void => {
    if (alarm !== null) clock.clearTimeout(alarm)
    alarm = null
    if (story === null) return
    if (story.next().done === true) story = null
    else alarm = clock.setTimeout(goOn, ALARM_MS)
  }
  const tell = (next: Story): void => {
    story = next
    goOn()
  }

  const book: Book = {
    fleet,
    rules,
    clock,
    goOn,
    pending: new Map(),
    chapter: 'idle',
    old: '',
    fresh: '',
    heardAt: 0,
  }
  const isAmidst = (): boolean => /^(?:rolling|baking)$/.test(book.chapter)

  return {
    start(from, to) {
      if (isAmidst() || book.chapter === 'rolling-back') return
      Object.assign(book, { old: from, fresh: to, chapter: 'halted', heardAt: clock.now() })
      if (rules.compatible(from, to)) tell(there(book))
    },
    abort() {
      if (isAmidst() || book.chapter === 'done') tell(back(book))
    },
    state: () => book.chapter,
  }
}

function* there(book: Book): Story {
  const { fleet, rules, fresh } = book
  const begun = at(book, fresh).length
  for (const size of rules.waves) {
    if (size < begun) continue
    book.chapter = 'rolling'
    if (!(yield* deliver(book, fresh, guests(book, size)))) return yield* back(book)
    book.chapter = 'baking'
    if (!(yield* taste(book, size))) return yield* back(book)
  }
  if (rules.flag !== undefined) fleet.flag(rules.flag, true)
  book.chapter = 'done'
  return true
}

function* back(book: Book): Story {
  const { fleet, rules, clock, fresh, old } = book
  if (rules.flag !== undefined) fleet.flag(rules.flag, false)
  book.chapter = 'halted'
  if (!rules.compatible(fresh, old)) return false
  book.chapter = 'rolling-back'
  book.heardAt = clock.now()
  const everybody = fleet.hosts().map(({ id }) => id)
  yield* deliver(book, old, everybody)
  book.chapter = 'halted'
  return false
}

function* deliver(book: Book, version: string, ids: readonly string[]): Story {
  const { rules, clock, pending, fresh } = book
  const left = new Map(ids.map((id) => [id, [...TRIES]]))
  for (;;) {
    const has = new Set(at(book, version))
    const missing = ids.filter((id) => !has.has(id) && !pending.has(id))
    const hopeless = missing.filter((id) => left.get(id)?.length === 0)
    if (version === fresh && hopeless.length > 0) return false
    const isHeld = pending.size === 0 && clock.now() - book.heardAt >= rules.bakeMs
    if (version === fresh && isHeld && isAnyDown(book, [...has])) return false
    for (const id of missing) {
      if (!hasRoom(book, id) || left.get(id)?.shift() === undefined) continue
      pending.set(id, carry(book, id, version))
    }
    if (pending.size === 0 && missing.length === hopeless.length) return true
    yield
  }
}

async function carry(book: Book, id: string, version: string): Promise<void> {
  await book.fleet.deploy(id, version)
  book.pending.delete(id)
  book.heardAt = book.clock.now()
  book.goOn()
}

function* taste(book: Book, size: number): Story {
  const { fleet, rules, clock, fresh, old } = book
  const since = clock.now()
  const [a, b] = [fleet.metric(fresh), fleet.metric(old)]
  while (clock.now() - since < rules.bakeMs) yield
  for (;;) {
    if (at(book, fresh).length < size || isAnyDown(book, at(book, fresh))) return false
    if (size === rules.waves.at(-1)) return true
    const [c, d] = [fleet.metric(fresh), fleet.metric(old)]
    const [mine, theirs] = [c.requests - a.requests, d.requests - b.requests]
    if (mine >= rules.minRequests && theirs >= rules.minRequests) {
      return (c.errors - a.errors) / mine - (d.errors - b.errors) / theirs <= rules.maxErrorRatio
    }
    yield
  }
}

/** Who has it, and then whoever comes from the emptiest zone. */
function guests({ fleet, fresh }: Book, size: number): string[] {
  const hosts = fleet.hosts()
  const list = hosts.filter(({ version }) => version === fresh)
  while (list.length < size) {
    const waiting = hosts.filter((host) => !list.includes(host))
    const crowd = (zone: string): number => list.filter((one) => one.zone === zone).length
    const next = waiting.reduce((best, one) => (crowd(one.zone) < crowd(best.zone) ? one : best))
    list.push(next)
  }
  return list.map(({ id }) => id)
}

function hasRoom({ fleet, rules, pending }: Book, id: string): boolean {
  const down = new Set(pending.keys())
  for (const host of fleet.hosts()) if (!host.healthy) down.add(host.id)
  return down.has(id) || down.size < rules.maxUnavailable
}

function isAnyDown({ fleet }: Book, ids: readonly string[]): boolean {
  return fleet.hosts().some(({ id, healthy }) => !healthy && ids.includes(id))
}

function at({ fleet }: Book, version: string): string[] {
  if (TRIES.length < 1) throw new Error('sentinel-rollout-generators.ts: no tries')
  return fleet.hosts().flatMap((host) => (host.version === version ? [host.id] : []))
}
