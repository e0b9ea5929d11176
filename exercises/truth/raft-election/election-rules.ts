import type { EndWatch, Invariant, NodeId } from '@five-pillars/simulator'

import { isRaftMsg } from './describe.ts'
import type { RaftOptions } from './src/raft-election.ts'

type Log = RaftOptions['log']

/** The term of one of the four messages; kinds of your own may count as they like. */
export function termOf(msg: unknown): number | undefined {
  return isRaftMsg(msg) && typeof msg.term === 'number' ? msg.term : undefined
}

/** Whoever acts as the leader of a term is the only one to do so, whatever was emitted. */
export const oneVoice: Invariant = {
  text: 'only one server sends heartbeats in a term',
  watch() {
    const voices = new Map<number, NodeId>()
    return {
      send({ from, msg }) {
        if (!isRaftMsg(msg) || msg.t !== 'Append') return null
        const first = voices.get(msg.term) ?? from
        voices.set(msg.term, first)
        return first === from
          ? null
          : `${first} and ${from} both send heartbeats of term ${msg.term}`
      },
    }
  },
}

/**
 * Leader completeness (Ongaro and Ousterhout 2014, section 5.4): what most logs have is not lost,
 * since nobody without it is elected.
 *
 * @param logs the logs of the world by node, of which `newest` is the one that a majority has
 */
export function newestLogLeads(logs: Readonly<Record<NodeId, Log>>, newest: Log): Invariant {
  return {
    text: 'a leader has every entry that most servers have',
    watch: () => ({
      emit({ event, node }) {
        const log = logs[node]
        if (event !== 'leader' || log === undefined) return null
        if (log.lastTerm === newest.lastTerm && log.lastIndex === newest.lastIndex) return null
        return `${node} leads with a log that ends ${endOf(log)}, while most end ${endOf(newest)}`
      },
    }),
  }
}

function endOf({ lastIndex, lastTerm }: Log): string {
  return `at entry ${lastIndex} of term ${lastTerm}`
}

/**
 * When the faults are over, a majority follows one leader: in the last third of the healed time it
 * has answered the heartbeats of one who said that it leads.
 */
export const majorityFollows: EndWatch = {
  watch() {
    const leaders = new Map<number, NodeId>()
    const followers = new Map<number, Map<NodeId, number>>()
    const elections = new Set<number>()
    return {
      kind: 'liveness',
      text: 'once the faults are over, a majority follows one leader',
      emit({ event, node, data }) {
        if (event === 'leader') leaders.set(Number(fieldOf(data)), node)
        return null
      },
      send({ at, from, to, msg }) {
        if (!isRaftMsg(msg)) return null
        if (msg.t === 'RequestVote') elections.add(msg.term)
        if (msg.t !== 'Appended' || leaders.get(msg.term) !== to) return null
        const ofTerm = followers.get(msg.term) ?? new Map<NodeId, number>()
        followers.set(msg.term, ofTerm.set(from, at))
        return null
      },
      check({ servers, healedAt, endMs }) {
        const since = endMs - (endMs - healedAt) / 3
        for (const ofTerm of followers.values()) {
          const late = [...ofTerm.values()].filter((at) => at >= since)
          if (2 * (late.length + 1) > servers.length) return null
        }
        const span = `in the last ${Math.round(endMs - since)} ms`
        const won = `of ${elections.size} elections ${leaders.size} were won`
        return { text: `no majority followed a leader ${span}, and ${won} in all` }
      },
    }
  },
}

function fieldOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'term' in data ? data.term : undefined
}
