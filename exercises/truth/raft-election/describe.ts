import type { RaftMsg } from './src/raft-election.ts'

const kinds: ReadonlySet<unknown> = new Set(['RequestVote', 'Vote', 'Append', 'Appended'])

/** Whether something that was sent is one of the four messages; more kinds are allowed. */
export function isRaftMsg(msg: unknown): msg is RaftMsg {
  return typeof msg === 'object' && msg !== null && 't' in msg && kinds.has(msg.t)
}

/** A message in a few words: `Vote yes, term 3`. */
export function describe(msg: unknown): string {
  if (!isRaftMsg(msg)) return describeOther(msg)
  switch (msg.t) {
    case 'RequestVote':
      return `RequestVote, term ${msg.term}`
    case 'Vote':
      return `Vote ${msg.granted ? 'yes' : 'no'}, term ${msg.term}`
    case 'Append':
      return `heartbeat, term ${msg.term}`
    case 'Appended':
      return `Appended ${msg.ok ? 'ok' : 'not ok'}, term ${msg.term}`
  }
}

function describeOther(msg: unknown): string {
  if (typeof msg !== 'object' || msg === null || !('t' in msg)) return 'an unknown message'
  return 'term' in msg ? `${String(msg.t)}, term ${String(msg.term)}` : String(msg.t)
}
