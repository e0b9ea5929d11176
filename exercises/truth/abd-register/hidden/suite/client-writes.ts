import type { Subject } from '../../scenario.ts'
import { ClientTalk, RESENT_WITHIN_MS } from './client-talk.ts'
import { compare, newestOf, nothing, timestampText, version } from './messages.ts'

/** Beyond every clock, and 10 follows 9. */
const COUNTERS = [9, 1_000_000_000_000, 10, 3, 8] as const

/** A write is newer than all that a majority said before it. */
export async function asksMajorityFirst(subject: Subject): Promise<void> {
  for (const replicas of [3, 5, 1]) {
    for (let first = 0; first < replicas; first++) await writeOnce(subject, replicas, first)
  }
}

async function writeOnce(subject: Subject, replicas: number, first: number): Promise<void> {
  const talk = new ClientTalk(subject, replicas)
  const majority = Math.floor(replicas / 2) + 1
  let newest = nothing
  await talk.begin('write')
  for (let nth = first; nth < first + majority; nth++) {
    // One of them holds the very text already, as another write.
    const text = nth === first ? 'mine' : 'old'
    const held = version(COUNTERS[nth % replicas] ?? 1, 'c9', text)
    newest = newestOf(newest, held)
    const said = `although ${nth - first} of ${replicas} replicas had said what they hold`
    talk.expectWaits('Get', said)
    await talk.tell(talk.replica(nth), held)
  }
  for (const { ts, value } of (await talk.expectPuts()).values()) {
    const [mine, theirs] = [timestampText(ts), timestampText(newest.ts)]
    if (ts.counter <= newest.ts.counter) {
      talk.node.broken(`The write is of ${mine}, and a replica of its majority held ${theirs}.`)
    }
    if (ts.client !== 'c2') talk.node.broken(`The write of c2 is of ${mine}.`)
    if (value !== 'mine') talk.node.broken(`c2 writes "mine", and sent ${JSON.stringify(value)}.`)
  }
}

/** Sent again, a write is still the same write. */
export async function keepsTimestamp(subject: Subject): Promise<void> {
  const talk = new ClientTalk(subject, 3)
  await talk.begin('write')
  const gets = talk.requests('Get')
  await talk.tell('a', version(4, 'c1', 'old'))
  await talk.tell('b', version(3, 'c3', 'older'))
  const [first] = (await talk.expectPuts()).values()
  if (first === undefined) throw new Error('sentinel-abd-register-client-writes.ts: no Put')
  await talk.ack('a')
  const late = gets.get('c')
  if (late !== undefined) {
    await talk.deliver('c', { t: 'Value', id: late.id, ...version(8, 'c4', 'late') })
  }
  for (let wait = 0; wait < 4; wait++) {
    const before = talk.requests('Get')
    await talk.pass(RESENT_WITHIN_MS)
    expectSame(talk, first.ts)
    // Whoever starts the whole write anew asks again, and hears of something newer.
    for (const [replica, { id }] of talk.requests('Get')) {
      if (before.get(replica)?.id === id) continue
      await talk.tell(replica, version(9 + wait, 'c4', 'newer'))
    }
    expectSame(talk, first.ts)
  }
  await talk.ack('b')
  await talk.expectAnswered()
}

function expectSame(talk: ClientTalk, ts: ReturnType<typeof version>['ts']): void {
  for (const put of talk.requests('Put').values()) {
    if (compare(put.ts, ts) === 0) continue
    const [then, now] = [timestampText(ts), timestampText(put.ts)]
    talk.node.broken(`The same write was of ${then} first, and is of ${now} when sent again.`)
  }
}
