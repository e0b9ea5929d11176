import type { NodeId } from '@five-pillars/simulator'

import type { Bench } from '../../bench.ts'
import type { Entry, ReplMsg } from '../../src/replicated-store.ts'

const ROUNDS_MAX = 60
const ROUND_MS = 20

/** A peer that the tests play: it follows as the brief says. */
export class PlayedPeer {
  readonly id: NodeId
  log: readonly Entry[]

  constructor(id: NodeId, log: readonly Entry[] = []) {
    this.id = id
    this.log = log
  }

  answer(msg: ReplMsg): ReplMsg | undefined {
    const { epoch } = msg
    if (msg.t === 'Fence') return { t: 'Fenced', epoch, log: this.log }
    if (msg.t !== 'Append') return undefined
    const { prev, prevEpoch, entries } = msg
    if (prev > 0 && this.log[prev - 1]?.epoch !== prevEpoch) {
      return { t: 'Appended', epoch, upTo: 0 }
    }
    const end = prev + entries.length
    const rest = this.log.slice(end).filter((entry) => entry.epoch === epoch)
    this.log = [...this.log.slice(0, prev), ...entries, ...rest]
    return { t: 'Appended', epoch, upTo: end }
  }
}

/**
 * Lets peers hear all that the replica has sent them since some time, and answer, until more than a
 * second has passed. Returns from where on nothing was heard.
 */
export function converse(bench: Bench, peers: readonly PlayedPeer[], since = 0): number {
  let heard = since
  for (let round = 0; round < ROUNDS_MAX; round++) {
    while (heard < bench.sent.length) {
      const sent = bench.sent[heard++]
      const peer = peers.find(({ id }) => id === sent?.to)
      const answer = sent === undefined ? undefined : peer?.answer(sent.msg)
      if (peer !== undefined && answer !== undefined) bench.receive(peer.id, answer)
    }
    bench.passTo(bench.now + ROUND_MS)
  }
  return heard
}

if (ROUNDS_MAX * ROUND_MS < 1000) throw new Error('sentinel-replicated-store-played-peer.ts')
