import { VirtualTime } from '@five-pillars/simulator'
import { BrokenPromise, holds, holdsLater } from '@five-pillars/suite'

import type { Subject } from '../../scenario.ts'
import { Pager } from './pager.ts'
import { plainSeries, seasonalSeries } from './series.ts'
import type { Series } from './series.ts'
import { playShift, shifts } from './shifts.ts'
import type { Shift } from './shifts.ts'
import { Watch } from './watch.ts'
import { kindOf } from './words.ts'

const some = { factor: 0.5 }

/** A detector depends on its own options and samples alone. */
export function sharesNoSamples(subject: Subject): void {
  holds([plainSeries, seasonalSeries], (own, other) => expectAlone(subject, own, other), some)
}

/** The same samples get the same scores, whatever another detector is shown in between. */
function expectAlone(subject: Subject, own: Series, other: Series): void {
  const alone = new Watch(subject, own)
  const scores = own.samples.map((sample) => alone.say(sample).score)
  const neighbour = new Watch(subject, other)
  const beside = new Watch(subject, own)
  for (const [index, sample] of own.samples.entries()) {
    for (const noise of other.samples.slice(index, index + 1)) neighbour.say(noise)
    const { score } = beside.say(sample)
    if (Object.is(score, scores[index])) continue
    throw new BrokenPromise(
      [
        `A detector gave the score ${kindOf(scores[index])}. The next one, made and shown alike, gave ${kindOf(score)}:`,
        beside.story,
        'In between, another one was shown:',
        neighbour.story,
      ].join('\n'),
    )
  }
}

/** An alerter depends on its own options, alerts and clock alone. */
export async function sharesNoAlerts(subject: Subject): Promise<void> {
  await staysSilent(subject)
  await holdsLater([shifts], (shift) => expectRepeated(subject, shift), { factor: 0.3 })
}

/** Two alerters of one time, of which one has nothing to do. */
async function staysSilent(subject: Subject): Promise<void> {
  const time = new VirtualTime()
  const limits = { forMs: 60_000, clearMs: 60_000, maxPerHour: 1 }
  const pages = { busy: 0, idle: 0 }
  const pagerOf = (who: keyof typeof pages): Pager =>
    new Pager(subject, limits, {
      groupOf: () => 'all',
      look: ({ heard }) => void (pages[who] += heard.length),
      time,
    })
  const busy = pagerOf('busy')
  const idle = pagerOf('idle')
  busy.feed('A', true)
  await busy.pass(30_000)
  idle.feed('A', false)
  await busy.pass(90_000)
  idle.look()
  if (pages.idle > 0) idle.broken('An alerter paged for what another one was told.')
  if (pages.busy !== 1) {
    busy.broken('A was bad for two minutes. Another alerter was told that its own A is good.')
  }
  idle.feed('A', true)
  await idle.pass(90_000)
  busy.look()
  if (pages.idle !== 1) idle.broken('Another alerter has paged, and this one does not.')
}

/** The same shift twice gives the same pages. */
async function expectRepeated(subject: Subject, shift: Shift): Promise<void> {
  const first = await pagesOf(subject, shift)
  const second = await pagesOf(subject, shift)
  const index = second.findIndex((page, nth) => page !== first[nth])
  if (index === -1 && first.length === second.length) return
  const nth = index === -1 ? second.length : index
  if (nth < 0) throw new Error('sentinel-anomaly-detector-independent.ts: no page')
  const [before = 'nothing', after = 'nothing'] = [first[nth], second[nth]]
  throw new BrokenPromise(
    `The same shift was played twice, with an alerter each. Page ${nth + 1} was ${before}, and then ${after}.`,
  )
}

async function pagesOf(subject: Subject, shift: Shift): Promise<string[]> {
  const pages: string[] = []
  await playShift(subject, shift, ({ heard }, pager) => {
    for (const { kind, groups, now } of heard) {
      pages.push(`${kindOf(kind)} for ${kindOf(groups)} at ${pager.clock(now)}`)
    }
  })
  return pages
}
