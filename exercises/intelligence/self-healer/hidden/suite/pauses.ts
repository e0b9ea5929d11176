import { quoted } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import type { Audit } from './bench.ts'
import { HOUR_MS } from './books.ts'
import type { Subject } from './checks.ts'
import { idsOf, itemsOf } from './items.ts'
import { looksWrong, possible } from './rules.ts'
import { SOON_MS } from './soon.ts'
import { everyKind, holdsInStories, stories } from './stories.ts'
import { valueText } from './words.ts'

/** It stops itself when too much looks broken, for that and for a full hour alone, and pages. */
function stopsItself(): Audit {
  let since: number | null = null
  return {
    apply(bench, { id }) {
      if (bench.why !== null) return `It acts on ${quoted(id)}, and has stopped itself.`
      const { seen } = bench.books
      if (seen === null || !looksWrong(seen.observation.actual, bench.options)) return null
      return `It acts on ${quoted(id)}, and ${shareOf(bench)}.`
    },
    page: (bench) => mayStop(bench),
    look(bench) {
      const { why, pages, isRunning, time } = bench
      if (why !== null || !isRunning) since = null
      else if (mustStop(bench)) since ??= time.now
      if (since !== null && time.now - since > SOON_MS) {
        return `It was shown too much that looks broken, and ${SOON_MS / 1000} s later it has not stopped itself.`
      }
      if (why === null) return null
      if (pages.length !== 1)
        return `It has stopped itself and paged ${pages.length} times, not once.`
      if (pages[0] === why) return null
      return `It has paged ${valueText(pages[0])}, and paused says ${quoted(why)}.`
    },
  }
}

/** Whoever is late does nothing: that is enough. */
function mustStop({ books, options, time, spec }: Bench): boolean {
  if (books.seen === null || books.seen.at !== time.now) return false
  const { counts, isActive, observation } = books.seen
  const isLate = observation.actual.some(({ plan }) => plan > spec.plan)
  return counts && isActive && !isLate && looksWrong(observation.actual, options)
}

function mayStop(bench: Bench): string | null {
  const { books, options, time, facts } = bench
  if (books.seen !== null && looksWrong(books.seen.observation.actual, options)) return null
  const isFull = books.inLastHour(time.now) >= options.maxPerHour
  if (isFull && possible(facts).length > 0) return null
  return `It stops itself, and nothing is wrong: ${shareOf(bench)}.`
}

function shareOf({ books, options }: Bench): string {
  const actual = books.seen?.observation.actual ?? []
  const healthy = actual.filter(({ health }) => health === 'healthy').length
  return `of ${actual.length} that it sees ${healthy} are healthy, and minHealthyRatio is ${options.minHealthyRatio}`
}

const ids = idsOf(8)

/** By then it has seen what there is to see. */
const SEES_MS = SOON_MS + 1000

/** Many broken ones at once: it is not they who are ill. */
export async function stopsWhenTooMany(subject: Subject): Promise<void> {
  for (const health of ['broken', 'unknown'] as const) {
    const bench = new Bench(subject, {
      spec: { plan: 1, ids },
      items: itemsOf(ids),
      options: { maxConcurrent: 4, disruptionBudget: 4 },
      audits: [stopsItself()],
    })
    bench.start()
    for (const count of [2, 4, 5]) {
      bench.happens(`${count} look ${health}`, (model) => {
        for (const id of ids.slice(0, count)) model.become(id, health)
      })
      await bench.pass(count === 5 ? SEES_MS : 15_000)
      if (count < 5 && bench.why !== null) bench.broken('Half are healthy, and that is enough.')
    }
    if (bench.why === null) bench.broken('Three of eight look healthy, and it goes on.')
    bench.stop()
    await bench.pass(HOUR_MS)
  }
  await nothingIsThere(subject)
  await holdsInStories(
    subject,
    stories([...everyKind, 'break', 'hide', 'hide']),
    () => [stopsItself()],
    0.08,
  )
}

/** What is not there does not look broken. */
async function nothingIsThere(subject: Subject): Promise<void> {
  for (const minHealthyRatio of [0.5, 1]) {
    const bench = new Bench(subject, {
      spec: { plan: 1, ids },
      items: itemsOf(ids.slice(0, minHealthyRatio)),
      options: { minHealthyRatio, maxConcurrent: 8 },
      audits: [stopsItself()],
    })
    bench.start()
    await bench.settle(20_000)
  }
}

const whilePaused: Audit = {
  apply: (bench, { id }) =>
    bench.why === null ? null : `It acts on ${quoted(id)}, and has stopped itself.`,
}

/** It waits for somebody, though all looks well again. */
export async function waitsForSomebody(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    spec: { plan: 1, ids },
    items: itemsOf(ids.slice(0, 7)),
    options: { maxConcurrent: 3, coolDownMs: 2000 },
    audits: [whilePaused],
  })
  bench.start()
  await bench.pass(10_000)
  await blind(bench)
  bench.happens('"s1" breaks', (model) => model.become('s1', 'broken'))
  await bench.pass(120_000)
  if (bench.why === null) bench.broken('Nobody has said resume, and it goes on.')
  bench.stop()
  if (bench.why === null) bench.broken('After stop it has forgotten why it stopped itself.')
  await bench.pass(5000)
  bench.start()
  await bench.pass(10_000)
  if (bench.why === null) bench.broken('After start it goes on, and nobody has said resume.')
  await holdsInStories(subject, stories([...everyKind, 'hide', 'break']), () => [whilePaused], 0.06)
}

/** Somebody says resume, as often as it is needed. */
export async function goesOnAfterResume(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    spec: { plan: 1, ids },
    items: itemsOf(ids),
    options: { coolDownMs: 2000 },
    audits: [stopsItself()],
  })
  bench.start()
  bench.resume()
  for (let nth = 0; nth < 3; nth++) {
    await bench.pass(8000)
    await blind(bench)
    bench.happens('"s1" breaks', (model) => model.become('s1', 'broken'))
    await bench.pass(2000)
    bench.resume()
    if (bench.why !== null) bench.broken('Somebody has said resume, and paused still says why.')
    await bench.converge(15_000, 'Somebody has said resume')
  }
  await blind(bench, 0)
  bench.resume()
  await bench.pass(SEES_MS)
  if (bench.why === null) bench.broken('Most are out of sight still, and it does not stop again.')
  await beginsAnotherHour(subject)
}

/** The hour was full; resume begins another one. */
async function beginsAnotherHour(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    spec: { plan: 1, ids },
    items: itemsOf(ids.slice(0, 4)),
    options: { maxPerHour: 2 },
    fate: () => ({ workMs: 500 }),
  })
  bench.start()
  await bench.pass(10_000)
  if (bench.why === null) bench.broken('A third action is needed, and it has not stopped itself.')
  bench.resume()
  await bench.converge(10_000, 'After resume there may be two more')
  if (bench.why !== null) bench.broken('After resume there may be two more, and it has stopped.')
}

/** Five of eight are out of sight, until it has stopped itself. */
async function blind(bench: Bench, seenAfterMs = 5000): Promise<void> {
  const show = (health: 'unknown' | 'healthy') => (): void => {
    for (const id of ids.slice(0, 5)) bench.model.become(id, health)
  }
  bench.happens('five are out of sight', show('unknown'))
  await bench.pass(SEES_MS)
  if (bench.why === null) bench.broken('Three of eight can be seen, and it goes on.')
  if (seenAfterMs > 0) bench.happens('all can be seen again', show('healthy'))
  if (ids.length < 8) throw new Error('sentinel-self-healer-pauses.ts: too few')
}
