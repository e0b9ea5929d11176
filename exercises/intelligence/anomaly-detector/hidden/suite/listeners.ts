import { VirtualTime } from '@five-pillars/simulator'
import { counted } from '@five-pillars/suite'

import type { Subject } from '../../scenario.ts'
import { Pager } from './pager.ts'
import type { Heard } from './pager.ts'
import { pagesSayAll } from './paging.ts'

const limits = { forMs: 60_000, clearMs: 60_000, maxPerHour: 10 }
const PERIOD_MS = 200_000

/** Every listener hears of every page while it listens, with its time and its groups. */
export async function tellsEveryListener(subject: Subject): Promise<void> {
  await pagesSayAll(subject)
  const pager = new Pager(subject, limits, {
    groupOf: (source) => source,
    look: () => {},
    time: new VirtualTime(50_000),
  })
  const [early, late]: [Heard[], Heard[]] = [[], []]
  pager.listen((heard) => void early.push(heard))
  await breakOnce(pager)
  expectHeard(pager, 'second', early, 1)
  pager.listen((heard) => void late.push(heard))
  expectHeard(pager, 'late', late, 0)
  await breakOnce(pager)
  expectHeard(pager, 'second', early, 2)
  expectHeard(pager, 'late', late, 1)
}

async function breakOnce(pager: Pager): Promise<void> {
  pager.feed('A', true)
  await pager.pass(PERIOD_MS)
  pager.feed('A', false)
  await pager.pass(PERIOD_MS)
}

function expectHeard(pager: Pager, who: string, heard: readonly Heard[], times: number): void {
  if (times < 0) throw new Error('sentinel-anomaly-detector-listeners.ts: less than nothing')
  if (heard.length === times) return
  const got = counted(heard.length, 'page')
  pager.broken(`The ${who} listener has heard of ${got}, and must have heard of ${times}.`)
}
