import type { Danger, NodeId } from '@five-pillars/simulator'

import { isRaftMsg } from './describe.ts'

/** Two servers ask for votes of the same term: somebody may be asked to vote twice. */
export const rivals: Danger = {
  text: 'two candidates in one term',
  watch() {
    const first = new Map<number, NodeId>()
    let count = 0
    return {
      send({ from, msg }) {
        if (!isRaftMsg(msg) || msg.t !== 'RequestVote') return null
        const other = first.get(msg.term) ?? from
        first.set(msg.term, other)
        if (other !== from) count++
        return null
      },
      count: () => count,
    }
  },
}

/** A vote is on its way, and its voter has nothing left but the disk. */
export const forgetfulVoters: Danger = {
  text: 'a crash right after a vote',
  watch() {
    let voter: NodeId | undefined
    let votedAt = 0
    let count = 0
    return {
      send({ at, from, msg }) {
        if (!isRaftMsg(msg) || msg.t !== 'Vote' || !msg.granted) return null
        voter = from
        votedAt = at
        return null
      },
      disturb({ at, what, node }) {
        if (what === 'crash' && node === voter && at === votedAt) count++
      },
      count: () => count,
    }
  },
}

/** A leader that was cut off goes on, and does not know that another one was elected. */
export const staleLeaders: Danger = {
  text: 'a leader of an earlier term speaks',
  watch() {
    let newest = 0
    let count = 0
    return {
      send({ msg }) {
        if (!isRaftMsg(msg) || msg.t !== 'Append') return null
        if (msg.term < newest) count++
        newest = Math.max(newest, msg.term)
        return null
      },
      count: () => count,
    }
  },
}
