import type { NodeId } from '@five-pillars/simulator'

import type { Subject } from '../../scenario.ts'
import { ClientTalk } from './client-talk.ts'
import { version } from './messages.ts'

const KINDS = ['write', 'read'] as const

type Kind = (typeof KINDS)[number]

/** Long enough for everybody who gives up at some time. */
const FOREVER_MS = 3000

const old = version(4, 'c1', 'old')
const young = version(5, 'c3', 'new')

/** Half of the replicas are no majority, however long it takes. */
export async function waitsForMajority(subject: Subject): Promise<void> {
  for (const kind of KINDS) {
    for (const replicas of [3, 5, 2, 4]) {
      const talk = new ClientTalk(subject, replicas)
      const half = Math.floor(replicas / 2)
      const only = `although only ${half} of ${replicas} replicas had answered`
      await talk.begin(kind)
      for (let nth = 0; nth < half; nth++) await talk.tell(talk.replica(nth), old)
      await talk.pass(FOREVER_MS)
      talk.expectWaits('Get', only)
      // It holds the newest: for a read, it has acknowledged that already.
      await talk.tell(talk.replica(half), young)
      if (!(await hasSecondRound(talk, kind))) continue
      await ackHolder(talk, kind, talk.replica(half))
      for (const nth of Array(half - 1).keys()) await talk.ack(talk.replica(nth))
      await talk.pass(FOREVER_MS)
      talk.expectWaits('Put', only)
      await talk.ack(talk.replica(half - 1))
      await talk.ackAll()
      await talk.expectAnswered()
    }
  }
}

/** Who says it twice counts once. */
export async function countsOnce(subject: Subject): Promise<void> {
  for (const kind of KINDS) {
    for (const replicas of [3, 5]) {
      const talk = new ClientTalk(subject, replicas)
      const half = Math.floor(replicas / 2)
      const only = `although only ${half} of ${replicas} replicas had answered, some of them twice`
      await talk.begin(kind)
      for (const nth of [...Array(half).keys(), 0, 0]) await talk.tell(talk.replica(nth), young)
      talk.expectWaits('Get', only)
      await talk.tell(talk.replica(half), old)
      if (!(await hasSecondRound(talk, kind))) continue
      for (const nth of [...Array(half).keys(), 0, 0])
        await ackHolder(talk, kind, talk.replica(nth))
      talk.expectWaits('Put', only)
      await talk.ack(talk.replica(half))
      await talk.ackAll()
      await talk.expectAnswered()
    }
  }
}

/** What belongs to an earlier request is no answer to this one. */
export async function knowsLateReplies(subject: Subject): Promise<void> {
  for (const earlier of KINDS) {
    for (const kind of KINDS) await lateReplies(subject, earlier, kind)
  }
}

async function lateReplies(subject: Subject, earlier: Kind, kind: Kind): Promise<void> {
  const talk = new ClientTalk(subject, 3)
  await talk.begin(earlier)
  await talk.tell('a', version(2, 'c1', 'first'))
  await talk.tell('b', version(1, 'c1', 'zeroth'))
  const get = talk.requests('Get').get('c')
  await talk.goesOn()
  const put = talk.requests('Put').get('c')
  await ackHolder(talk, earlier, 'a')
  await talk.ackAll()
  await talk.expectAnswered()

  const late = 'although only a has answered this request; the answer of c is a late one'
  await talk.begin(kind)
  if (get !== undefined) await talk.deliver('c', { t: 'Value', id: get.id, ...old })
  if (put !== undefined) await talk.deliver('c', { t: 'Ack', id: put.id })
  await talk.tell('a', young)
  talk.expectWaits('Get', late)
  const asked = talk.requests('Get').get('c')
  await talk.tell('b', old)
  if (!(await hasSecondRound(talk, kind))) return
  await ackHolder(talk, kind, 'a')
  if (asked !== undefined) await talk.deliver('c', { t: 'Value', id: asked.id, ...old })
  if (put !== undefined) await talk.deliver('c', { t: 'Ack', id: put.id })
  talk.expectWaits('Put', late)
  await talk.ackAll()
  await talk.expectAnswered()
}

/**
 * Whether the call comes to a second round. A read that does not leaves its value with nobody: that
 * is another promise, with a story of its own.
 */
async function hasSecondRound(talk: ClientTalk, kind: Kind): Promise<boolean> {
  if (await talk.goesOn()) return true
  if (kind === 'write') talk.node.broken('The write ended without a Put.')
  return false
}

/** A read need not send its value to those who said that they hold it. */
async function ackHolder(talk: ClientTalk, kind: Kind, replica: NodeId): Promise<void> {
  if (replica === '') throw new Error('sentinel-abd-register-client-majority.ts: no name')
  if (kind === 'write' || talk.requests('Put').has(replica)) await talk.ack(replica)
}
