import type { Sent } from '../../bench.ts'
import type { TxMsg, Vote } from '../../src/commit-and-saga.ts'
import type { ParticipantBench } from '../../tx-bench.ts'

/** Its coordinator asks whether it can; returns what is sent at once. */
export function prepare(
  bench: ParticipantBench,
  tx: string,
  from = 'desk',
): readonly Sent<TxMsg>[] {
  return bench.receive(from, { t: 'Prepare', tx })
}

/** Its coordinator says what was decided; returns what is sent at once. */
export function decide(
  bench: ParticipantBench,
  tx: string,
  commit: boolean,
  from = 'desk',
): readonly Sent<TxMsg>[] {
  return bench.receive(from, { t: 'Decide', tx, commit })
}

/** The vote on a transaction among what was sent. */
export function voteIn(sent: readonly Sent<TxMsg>[], tx: string): Vote | undefined {
  for (const { msg } of sent) if (msg.t === 'Vote' && msg.tx === tx) return msg.vote
  return undefined
}

/** What it says to the coordinator of a transaction that is done here. */
export function doneIn(sent: readonly Sent<TxMsg>[], tx: string): Sent<TxMsg> | undefined {
  return sent.find(({ msg }) => msg.t === 'Done' && msg.tx === tx)
}

if (prepare.length !== 2) throw new Error('sentinel-commit-and-saga-participant-talk.ts')
