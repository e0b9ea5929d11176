import { counted } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import type { Audit } from './bench.ts'
import { failsOften } from './back-off.ts'
import type { Subject } from './checks.ts'
import { HOUR_MS } from './books.ts'
import { idsOf, itemsOf } from './items.ts'
import { looksWrong, possible } from './rules.ts'
import { holdsInStories, stories } from './stories.ts'
import { actionText } from './words.ts'

/** Whatever it may do, it begins within this time. */
export const SOON_MS = 5000

/** Nothing that may be done is left undone. */
function actsSoon(): Audit {
  const late = lateness()
  return {
    look(bench) {
      const { ms, left } = late(bench)
      if (left === null || ms <= SOON_MS) return null
      return `For ${SOON_MS / 1000} s nothing has begun, and it may ${left}.`
    },
  }
}

interface Late {
  /** What it might do. */
  readonly left: string | null
  readonly ms: number
}

/** Tells with each look for how long something has been left undone. */
export function lateness(): (bench: Bench) => Late {
  let since: number | null = null
  let begun = -1
  return (bench) => {
    const { time, books } = bench
    const left = undone(bench)
    if (left === null || books.begun.length !== begun) since = null
    begun = books.begun.length
    if (left !== null) since ??= time.now
    return { left, ms: since === null ? 0 : time.now - since }
  }
}

/** What it might do at this moment, if it saw the world as it is. */
function undone({
  isRunning,
  why,
  model,
  books,
  options,
  time,
  spec,
  actual,
}: Bench): string | null {
  if (!isRunning || why !== null || model.isDown || model.lagMs > 0) return null
  if (looksWrong(actual, options)) return null
  const facts = { spec, actual, options, underWay: books.underWay, waits: books.waits.most }
  const [first] = possible({ ...facts, now: time.now })
  return first === undefined ? null : actionText(first)
}

/** All states, and all that a healer may have missed. */
export const anyState = stories([
  'break',
  'break',
  'lose',
  'other',
  'plan',
  'hide',
  'stop',
  'down',
  'resume',
])

/** From any state it comes to what is wanted, whatever it has missed. */
export async function converges(subject: Subject): Promise<void> {
  await fromNothing(subject)
  await missesAll(subject)
  await triesAgain(subject)
  await oneIsSlow(subject)
  await cannotTell(subject)
  await theHourIsOver(subject)
  await exactlyEnough(subject)
  await beginsAnotherRow(subject)
  await waitsForNothing(subject)
  const bench = await failsOften(subject, [actsSoon()])
  if (!bench.isRight) bench.broken('"s1" may be put again.')
  await holdsInStories(subject, anyState, () => [actsSoon()], 0.06)
}

async function fromNothing(subject: Subject): Promise<void> {
  for (const isOdd of [false, true]) {
    const spec = { plan: 1, ids: idsOf(5, isOdd) }
    const bench = new Bench(subject, { spec, audits: [actsSoon()] })
    bench.start()
    await bench.converge(30_000, 'Nothing was there')
  }
}

/** All happens while nobody looks: there is no event to hear of it. */
async function missesAll(subject: Subject): Promise<void> {
  const ids = idsOf(8)
  const bench = new Bench(subject, {
    spec: { plan: 1, ids },
    items: itemsOf(ids),
    audits: [actsSoon()],
  })
  bench.stop()
  bench.start()
  await bench.pass(10_000)
  bench.stop()
  bench.stop()
  bench.happens('"s1" and "s8" break, "s2" is lost, and plan 2 is wanted', (model) => {
    model.become('s1', 'broken')
    model.become('s8', 'broken')
    model.lose('s2')
    model.spec = { plan: 2, ids: ids.slice(0, 6) }
  })
  await bench.pass(20_000)
  bench.start()
  await bench.converge(90_000, 'It was started again')
}

/** What has failed is needed still. */
async function triesAgain(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    spec: { plan: 1, ids: idsOf(3) },
    items: itemsOf(['s1', 's2']),
    options: { coolDownMs: 2000 },
    fate: (_, nth) => ({ isOk: nth >= 3 }),
    audits: [actsSoon()],
  })
  bench.start()
  await bench.converge(60_000, 'The fourth try of "s3" works')
}

/** One that takes long is no reason to keep the others waiting. */
async function oneIsSlow(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    spec: { plan: 1, ids: idsOf(6) },
    fate: ({ id }) => ({ workMs: id === 's2' ? 60_000 : 1500 }),
    audits: [actsSoon()],
  })
  bench.start()
  await bench.converge(80_000, 'One takes a minute, and the others do not')
}

/** The monitor answers nobody for a while. */
async function cannotTell(subject: Subject): Promise<void> {
  const bench = new Bench(subject, { spec: { plan: 1, ids: idsOf(3) }, audits: [actsSoon()] })
  for (const forMs of [3000, 20_000]) {
    bench.happens('the monitor is down', (model) => (model.isDown = true))
    bench.start()
    await bench.pass(forMs)
    bench.happens('it is back', (model) => (model.isDown = false))
    await bench.converge(30_000, 'The monitor is back')
    bench.happens('"s1" breaks', (model) => model.become('s1', 'broken'))
  }
}

/** As many as must be healthy are left, and no more. */
async function exactlyEnough(subject: Subject): Promise<void> {
  for (const [count, minHealthyRatio] of [
    [4, 0.75],
    [2, 0.5],
  ] as const) {
    const bench = new Bench(subject, {
      spec: { plan: 2, ids: idsOf(count) },
      items: itemsOf(idsOf(count)),
      options: { minHealthyRatio },
      audits: [actsSoon()],
    })
    bench.start()
    await bench.converge(40_000, 'One after the other may be put anew')
  }
}

/** Whoever was healed for good is a first case again. */
async function beginsAnotherRow(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    spec: { plan: 1, ids: idsOf(4) },
    items: [...itemsOf(idsOf(3)), ...itemsOf(['s4'], { health: 'unknown' })],
    fate: (_, nth) => ({ workMs: 500, isOk: nth !== 1 }),
    audits: [actsSoon()],
  })
  bench.start()
  for (let nth = 0; nth < 2; nth++) {
    bench.happens('"s1" breaks', (model) => model.become('s1', 'broken'))
    await bench.pass(20_000)
  }
  const isWell = bench.actual.some(({ id, health }) => id === 's1' && health === 'healthy')
  if (!isWell) bench.broken('The second of two tries was to come after one wait.')
}

/** Neither a repair nor a removal takes anything from those who serve: none counts as a disruption. */
async function waitsForNothing(subject: Subject): Promise<void> {
  const all = {
    options: { maxConcurrent: 4, minHealthyRatio: 0.25 },
    fate: () => ({ workMs: 20_000 }),
  }
  const repair = new Bench(subject, {
    ...all,
    spec: { plan: 2, ids: idsOf(4) },
    items: [
      ...itemsOf(['s1', 's2'], { plan: 2 }),
      ...itemsOf(['s3'], { health: 'broken' }),
      ...itemsOf(['s4']),
    ],
    audits: [actsSoon()],
  })
  repair.start()
  await repair.converge(30_000, 'A repair and another put may be under way together')
  const removal = new Bench(subject, {
    ...all,
    spec: { plan: 1, ids: ['s1'] },
    items: itemsOf(idsOf(4)),
    audits: [actsSoon()],
  })
  removal.start()
  await removal.converge(30_000, 'All that is not wanted may go together')
}

/** What was done more than an hour ago is no reason to stop. */
async function theHourIsOver(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    spec: { plan: 1, ids: idsOf(3) },
    items: itemsOf(idsOf(3)),
    options: { maxPerHour: 1 },
    audits: [actsSoon()],
  })
  for (const id of idsOf(2)) {
    bench.start()
    bench.happens(`"${id}" breaks`, (model) => model.become(id, 'broken'))
    await bench.converge(10_000, 'It is the only action in an hour')
    bench.stop()
    await bench.pass(HOUR_MS)
  }
}

const WORK_MS = 6000

export const paceCases = [
  { count: 9, maxConcurrent: 3, isRenewed: false },
  { count: 8, maxConcurrent: 4, isRenewed: false },
  { count: 8, maxConcurrent: 2, isRenewed: true },
] as const

/** A world in which each action takes long, and how long all of them may take. */
export function paceOf(
  subject: Subject,
  { count, maxConcurrent, isRenewed }: (typeof paceCases)[number],
): { bench: Bench; withinMs: number } {
  const ids = idsOf(count)
  const bench = new Bench(subject, {
    spec: { plan: 2, ids },
    items: isRenewed ? itemsOf(ids) : [],
    options: { maxConcurrent, disruptionBudget: maxConcurrent },
    fate: () => ({ workMs: WORK_MS, travelMs: 0 }),
  })
  return { bench, withinMs: Math.ceil(count / maxConcurrent) * (WORK_MS + SOON_MS) }
}

/** As many at a time as may be. */
export async function usesWhatItMay(subject: Subject): Promise<void> {
  for (const one of paceCases) {
    const { bench, withinMs } = paceOf(subject, one)
    bench.start()
    const items = counted(one.count, 'item')
    await bench.converge(withinMs, `${items}, ${one.maxConcurrent} at a time, each takes 6 s`)
  }
  if (WORK_MS <= SOON_MS) throw new Error('sentinel-self-healer-soon.ts: too much time')
}
