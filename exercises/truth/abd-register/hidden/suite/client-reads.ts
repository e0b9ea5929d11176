import type { Subject } from '../../scenario.ts'
import { ClientTalk } from './client-talk.ts'
import { compare, nothing, version, versionText } from './messages.ts'
import type { Version } from './messages.ts'

interface Held {
  /** What the replicas of a majority hold. */
  readonly majority: readonly Version[]
  readonly newest: string | null
}

const held: readonly Held[] = [
  { majority: [nothing, nothing], newest: null },
  { majority: [nothing, version(1, 'c1', '')], newest: '' },
  { majority: [version(4, 'c1', 'old'), version(5, 'c1', 'new')], newest: 'new' },
  { majority: [version(9, 'c9', 'zebra'), version(10, 'c1', 'ant')], newest: 'ant' },
  { majority: [version(5, 'c1', 'zebra'), version(5, 'c3', 'ant')], newest: 'ant' },
  { majority: [version(5, 'c10', 'zebra'), version(5, 'c9', 'ant')], newest: 'ant' },
  { majority: [version(5, 'a', 'zebra'), version(5, 'B', 'ant')], newest: 'zebra' },
  { majority: [version(5, 'c1', 'a'), version(5, 'c1', 'a')], newest: 'a' },
  {
    majority: [version(5, 'c1', 'old'), version(5, 'c1', 'old'), version(6, 'c3', 'new')],
    newest: 'new',
  },
]

/** A read gives the newest value of its majority, whoever says it first. */
export async function readsNewest(subject: Subject): Promise<void> {
  for (const { majority, newest } of held) {
    for (const versions of [majority, majority.toReversed()]) {
      const talk = new ClientTalk(subject, 2 * majority.length - 1)
      await talk.begin('read')
      for (const [nth, one] of versions.entries()) await talk.tell(talk.replica(nth), one)
      await talk.ackAll()
      await talk.expectValue(newest)
    }
  }
}

/** A read is answered only when a majority holds what it gives. */
export async function writesBack(subject: Subject): Promise<void> {
  const [old, young] = [version(4, 'c1', 'old'), version(5, 'c3', 'new')]
  await writeBackOf(subject, [young, old], young)
  await writeBackOf(subject, [young, young, old], young)
  // The same counter is not the same timestamp.
  await writeBackOf(subject, [young, version(5, 'c1', 'old')], young)
  await writeBackOf(subject, [version(1, 'c1', 'new'), nothing], version(1, 'c1', 'new'))
  await givesWhatItWroteBack(subject)
}

async function writeBackOf(
  subject: Subject,
  versions: readonly Version[],
  newest: Version,
): Promise<void> {
  const talk = new ClientTalk(subject, 2 * versions.length - 1)
  const stale = talk.replica(versions.length - 1)
  await talk.begin('read')
  for (const [nth, one] of versions.entries()) await talk.tell(talk.replica(nth), one)
  const holders = versions.length - 1
  const alone = `with only ${holders} of ${talk.replicas.length} replicas known to hold "new"`
  talk.expectWaits('Put', alone)
  await talk.goesOn()
  for (const put of talk.requests('Put').values()) {
    if (compare(put.ts, newest.ts) === 0 && put.value === newest.value) continue
    talk.node.broken(`The read writes back ${versionText(put)}, but it saw ${versionText(newest)}.`)
  }
  for (let nth = 0; nth < holders; nth++) {
    // Who has said that it holds the value need not be sent it.
    const replica = talk.replica(nth)
    if (talk.requests('Put').has(replica)) await talk.ack(replica)
    talk.expectWaits('Put', alone)
  }
  await talk.ack(stale)
  await talk.expectValue(newest.value)
  if (stale === '') throw new Error('sentinel-abd-register-client-reads.ts: a replica has a name')
}

/** Something newer that comes late may be taken up, but then it has to be written back as well. */
async function givesWhatItWroteBack(subject: Subject): Promise<void> {
  const talk = new ClientTalk(subject, 3)
  await talk.begin('read')
  const asked = talk.requests('Get').get('c')
  await talk.tell('a', version(5, 'c3', 'new'))
  await talk.tell('b', version(4, 'c1', 'old'))
  if (asked === undefined || !(await talk.goesOn())) return
  await talk.deliver('c', { t: 'Value', id: asked.id, ...version(6, 'c1', 'newer') })
  const put = (await talk.expectPuts()).get('b')
  await talk.ackAll()
  await talk.expectValue(put?.value ?? 'new')
}
