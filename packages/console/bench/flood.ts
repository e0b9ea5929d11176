import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { z } from 'zod'

import { classWork } from '../src/testing/class-work.ts'
import { startConsole } from '../src/testing/console-process.ts'
import { joinRoom, sendOnce } from '../src/testing/wire-learner.ts'
import { counted, note, quantile, spread, tell } from './part.ts'
import type { Part } from './part.ts'

const FLOODER = path.join(import.meta.dirname, '../src/testing/flooder.ts')

const PER_SECOND = 10_000
const SECONDS = 20
const SHORT_SECONDS = 2
/** Others in the room, who submit as often as that. */
const OTHERS = 20
const EVERY_MS = 100

const ACKNOWLEDGED_MS = 100

const floodedSchema = z.object({
  sent: z.number(),
  statuses: z.array(z.tuple([z.number(), z.number()])),
})

/** One learner asks ten thousand times a second, and the others submit as if nothing was. */
export async function benchFlood({ folder, isShort }: Part): Promise<void> {
  const seconds = isShort ? SHORT_SECONDS : SECONDS
  const room = startConsole(folder, { lanes: 1 })
  try {
    const hello = await room.hello
    const { token } = await joinRoom(hello, 'Flooder')
    const others = await Promise.all(
      Array.from({ length: OTHERS }, (_, index) => joinRoom(hello, `Learner ${index + 1}`)),
    )
    const [{ exercise, sources: [source = ''] } = { exercise: '', sources: [] }] = classWork([
      'quorum',
    ])
    const asked = [hello.port, token, PER_SECOND, seconds].map(String)
    const child = fork(FLOODER, asked, { execArgv: [] })
    const end = new AbortController()
    const flooded = messageOf(child).finally(() => end.abort())
    const acknowledgedMs: number[] = []
    let refused = 0
    for (let turn = 0; !end.signal.aborted; turn += 1) {
      const learner = others[turn % OTHERS]
      if (learner === undefined) throw new Error('nobody else is here')
      const sentAt = performance.now()
      const said = await sendOnce(hello.url, learner, { id: randomUUID(), exercise, source })
      if (said?.kind === 'acknowledged') acknowledgedMs.push(performance.now() - sentAt)
      else refused += 1
      await setTimeout(EVERY_MS)
    }
    const { sent, statuses } = floodedSchema.parse(await flooded)
    const counts = new Map(statuses)
    const perSecond = Math.round(sent / seconds)
    note('asked by one learner', `${sent} in ${seconds} s, answered ${counted(counts)}`)
    tell('a second', `${perSecond}`, perSecond >= PER_SECOND * NEARLY, `${PER_SECOND * NEARLY}`)
    const bad = [...counts].filter(([status]) => status >= 500)
    tell('answers of 5xx', counted(new Map(bad)) || '0', bad.length === 0, '0')
    const bar = `p95 ${ACKNOWLEDGED_MS} ms`
    const p95 = quantile(acknowledgedMs, 0.95)
    tell('acknowledged to others', spread(acknowledgedMs), p95 <= ACKNOWLEDGED_MS, bar)
    tell('refused to others', `${refused}`, refused === 0, '0')
  } finally {
    await room.kill('group')
  }
}

/** The last requests are under way when it ends. */
const NEARLY = 0.95

async function messageOf(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(() => undefined)
  const heard: unknown[] | undefined = await Promise.race([once(child, 'message'), ended])
  if (heard === undefined) throw new Error('Whoever asks too much ended before it was done.')
  return heard[0]
}
