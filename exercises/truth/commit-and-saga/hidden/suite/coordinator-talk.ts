import type { NodeId } from '@five-pillars/simulator'

import type { Sent } from '../../bench.ts'
import type { TxMsg, Vote } from '../../src/commit-and-saga.ts'
import type { CoordinatorBench } from '../../tx-bench.ts'

/** A participant votes; returns what is sent at once. */
export function vote(
  bench: CoordinatorBench,
  from: NodeId,
  tx: string,
  is: Vote,
): readonly Sent<TxMsg>[] {
  return bench.receive(from, { t: 'Vote', tx, vote: is })
}

/** A participant is in doubt; returns what it is told, if anything. */
export function ask(bench: CoordinatorBench, from: NodeId, tx: string): boolean | undefined {
  for (const { to, msg } of bench.receive(from, { t: 'Ask', tx })) {
    if (to === from && msg.t === 'Decide' && msg.tx === tx) return msg.commit
  }
  return undefined
}

/** Whether anybody was told so. */
export function saysSo(
  { sent, events }: Pick<CoordinatorBench, 'sent' | 'events'>,
  tx: string,
  commit: boolean,
): boolean {
  const event = commit ? 'committed' : 'aborted'
  return (
    events.some((one) => one.event === event && one.data === tx) ||
    sent.some(({ msg }) => msg.t === 'Decide' && msg.tx === tx && msg.commit === commit)
  )
}

/** Who was sent a message of a kind about a transaction. */
export function toldIn(sent: readonly Sent<TxMsg>[], t: TxMsg['t'], tx: string): Set<NodeId> {
  return new Set(sent.flatMap(({ to, msg }) => (msg.t === t && msg.tx === tx ? [to] : [])))
}

if (vote.length !== 4) throw new Error('sentinel-commit-and-saga-coordinator-talk.ts')
