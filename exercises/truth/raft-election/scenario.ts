import { changed, neverBack, once, simulate } from '@five-pillars/simulator'
import type { Env, Node, NodeId, Scenario } from '@five-pillars/simulator'

import { describe } from './describe.ts'
import { forgetfulVoters, rivals, staleLeaders } from './election-dangers.ts'
import { majorityFollows, newestLogLeads, oneVoice, termOf } from './election-rules.ts'
import type { RaftMsg, RaftOptions } from './src/raft-election.ts'

/** What a submission exports. */
export interface Subject {
  readonly createRaft: (env: Env<RaftMsg>, options: RaftOptions) => Node<RaftMsg>
}

/** The last entry of the log that most servers have, with three servers and with five. */
const newest = { lastIndex: 5, lastTerm: 2 } as const

/** What earlier leaders have left behind: b was cut off early, e came late. */
const logs: Readonly<Record<NodeId, RaftOptions['log']>> = {
  a: newest,
  b: { lastIndex: 9, lastTerm: 1 },
  c: newest,
  d: newest,
  e: { lastIndex: 4, lastTerm: 2 },
}

/** What the worlds must have met before they say anything about a submission. */
export const dangers = [
  'crash',
  'restart',
  'pause',
  'partition',
  'lost',
  'duplicate',
  changed('leader', 'another leader than before'),
  rivals,
  forgetfulVoters,
  staleLeaders,
] as const

/** Three or five servers for six virtual seconds: everything breaks in the first three of them. */
export function scenario({ createRaft }: Subject): Scenario<RaftMsg> {
  return simulate<RaftMsg>({
    name: 'raft-election',
    nodes: ['a', 'b', 'c', 'd', 'e'],
    make: (env, { servers, profile }) =>
      createRaft(env, {
        members: [...servers],
        electionMs: profile.timeouts === 'narrow' ? [150, 230] : [150, 300],
        heartbeatMs: 50,
        log: logs[env.id] ?? newest,
      }),
    profile: 'swarm',
    runMs: 6000,
    healAt: 0.5,
    adversary: [
      {
        name: 'vote',
        on: 'send',
        when: (msg) => msg.t === 'Vote' && msg.granted,
        strike: 'crash',
        forMs: [1, 40],
      },
      { name: 'victory', on: 'emit', event: 'leader', strike: 'isolate', forMs: [100, 800] },
      { name: 'election', on: 'emit', event: 'leader', strike: 'crash', forMs: [1, 300] },
      { name: 'write', on: 'put', strike: 'crash', forMs: [1, 40] },
    ],
    always: [
      once('leader', 'term', 'a term has one leader'),
      oneVoice,
      newestLogLeads(logs, newest),
      neverBack(termOf, 'terms never go back'),
    ],
    sometimes: dangers.filter((danger) => typeof danger !== 'string'),
    atEnd: [majorityFollows],
    label: describe,
    show: { leader: 'leader' },
    // A run has about a thousand events, and rarely a hundred messages on their way.
    limits: { eventsMax: 20_000, inFlightMax: 1000 },
  })
}
