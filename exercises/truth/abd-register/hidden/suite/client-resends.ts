import type { Subject } from '../../scenario.ts'
import { ClientTalk, RESENT_WITHIN_MS } from './client-talk.ts'
import { version } from './messages.ts'

/** Windows of time in each of which the silent replicas must be asked. */
const WINDOWS = 8

/** Every 20 ms, and some more for those who send it to everybody when one has answered. */
const SENT_MAX = 20

/** Whoever has not answered is asked again and again, until a majority has answered. */
export async function asksAgain(subject: Subject): Promise<void> {
  for (const kind of ['write', 'read'] as const) {
    const talk = new ClientTalk(subject, 3)
    await talk.begin(kind)
    await expectAsked(talk, 'Get', ['a', 'b', 'c'])
    await talk.tell('a', version(5, 'c3', 'new'))
    await expectAsked(talk, 'Get', ['b', 'c'])
    await talk.tell('b', version(4, 'c1', 'old'))
    // A read that leaves its value with nobody: that is another promise.
    if (!(await talk.goesOn()) && kind === 'read') continue
    if (talk.requests('Put').has('a')) await talk.ack('a')
    await expectAsked(talk, 'Put', ['b', 'c'])
    await talk.ack('b')
    await talk.expectAnswered()
  }
}

async function expectAsked(
  talk: ClientTalk,
  t: 'Get' | 'Put',
  silent: readonly string[],
): Promise<void> {
  for (let window = 0; window < WINDOWS; window++) {
    const before = talk.node.sent.length
    await talk.pass(RESENT_WITHIN_MS)
    const asked = talk.node.sent.slice(before).filter(({ msg }) => msg.t === t)
    const left = silent.find((replica) => !asked.some(({ to }) => to === replica))
    const most = Math.max(
      ...silent.map((replica) => asked.filter(({ to }) => to === replica).length),
    )
    if (most > SENT_MAX) {
      talk.node.broken(`The ${t} was sent ${most} times in ${RESENT_WITHIN_MS} ms to one replica.`)
    }
    if (left === undefined) continue
    talk.node.broken(`${left} has not answered the ${t}, and was not sent it again in 200 ms.`)
  }
  if (silent.length === 0) throw new Error('sentinel-abd-register-client-resends.ts: nobody')
}
