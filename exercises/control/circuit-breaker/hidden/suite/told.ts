import { holdsLater } from '@five-pillars/suite'
import fc from 'fast-check'

import { Bench } from './bench.ts'
import type { Told } from './bench.ts'
import { fails, hangs, ok } from './deeds.ts'
import type { Change } from './model.ts'
import { openIt } from './opened.ts'
import { playStory, storyArbitrary } from './story.ts'
import type { Subject } from './subject.ts'
import { clockText, shown } from './words.ts'

const options = {
  failureRate: 0.5,
  minCalls: 2,
  windowMs: 10_005,
  openMs: 1005,
  halfOpenMax: 1,
  successesToClose: 2,
}

/** Each change is told once, when it happens, and `state` says the same already. */
export async function tellsOnce(subject: Subject): Promise<void> {
  for (const startMs of [0, 50_000]) {
    const bench = listened(subject, startMs)
    await bench.call(ok)
    await openIt(bench)
    await bench.pass(3000)
    await bench.call(hangs)
    await bench.pass(3000)
    await bench.call(fails)
    await bench.call(ok)
    await bench.pass(3000)
    await bench.call(ok)
    await bench.call(ok)
    await bench.call(fails)
    await openIt(bench)
    await bench.pass(3000)
  }
  await holdsLater(
    [storyArbitrary, fc.constantFrom(0, 50_000)],
    (story, startMs) => playStory(listened(subject, startMs, story.options), story),
    { factor: 0.4 },
  )
}

function listened(subject: Subject, startMs: number, drawn = options): Bench {
  let heard = 0
  let changed = 0
  const bench = new Bench(subject, drawn, {
    startMs,
    look: (now) => {
      expectNews(now, now.told.slice(heard), now.model.changes.slice(changed))
      heard = now.told.length
      changed = now.model.changes.length
    },
  })
  bench.listenAlways()
  return bench
}

function expectNews(bench: Bench, told: readonly Told[], changes: readonly Change[]): void {
  for (const [index, { state, at, why }] of changes.entries()) {
    const news = told[index]
    const when = clockText(at)
    if (news === undefined) {
      return bench.broken(`At ${when} it is ${state}, and nobody was told: ${why}.`)
    }
    if (news.state !== state) {
      return bench.broken(`At ${when} it is ${state} (${why}), and ${shown(news.state)} was told.`)
    }
    expectExact(bench, news)
  }
  const [extra] = told.slice(changes.length)
  if (extra !== undefined) bench.broken(`${shown(extra.state)} was told, and that is no change.`)
}

function expectExact(bench: Bench, { state, at, now, seen }: Told): void {
  const when = clockText(now)
  if (at !== now) {
    const got = typeof at === 'number' ? clockText(at) : shown(at)
    bench.broken(`The change to ${shown(state)} at ${when} was told with the time ${got}.`)
  }
  if (seen === state) return
  if (when === '') throw new Error('sentinel-circuit-breaker-told.ts: no time')
  bench.broken(`${shown(state)} was told while state said ${shown(seen)}.`)
}
