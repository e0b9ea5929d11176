import type { ClaimRecord } from './claim-record.ts'

/** Agreeing. */
export const truthClaims = [
  {
    id: 'deciding-needs-consensus',
    wording: 'Reading and writing a value needs quorums. Deciding needs consensus.',
    asOf: '1995',
    sources: ['attiya-1995-registers'],
    trust: 'knowledge',
    verdict: 'corrected',
    caveat:
      'Strong consistency of one register needs no consensus; a leader, a lock or a total order does.',
  },
  {
    id: 'consensus-costs-a-round-trip',
    wording: 'Consensus never makes a system faster: each decision waits for a majority.',
    asOf: '2014',
    sources: ['ongaro-2014-raft', 'lamport-1998-paxos'],
    trust: 'knowledge',
    verdict: 'corrected',
    caveat: 'At least one round trip to a majority. It is no cure for slowness.',
  },
  {
    id: 'any-minority-may-crash',
    wording: 'Raft and Paxos go on while any minority has crashed: 1 of 3, still 1 of 4, 2 of 5.',
    asOf: '2014',
    sources: ['ongaro-2014-raft', 'lamport-1998-paxos'],
    trust: 'knowledge',
    verdict: 'supported',
    caveat: 'Crashed, not lying.',
  },
  {
    id: 'who-uses-which-consensus',
    wording: 'Paxos: Chubby, Spanner. Zab: ZooKeeper. Raft: etcd, CockroachDB.',
    asOf: '2014',
    sources: [
      'burrows-2006-chubby',
      'corbett-2012-spanner',
      'junqueira-2011-zab',
      'ongaro-2014-raft',
    ],
    trust: 'knowledge',
    verdict: 'corrected',
    caveat: 'Zab is no user of Paxos, and CockroachDB runs Raft.',
  },
  {
    id: 'liars-cost-more',
    wording: 'Liars are dearer than corpses: 3f + 1 nodes instead of 2f + 1.',
    asOf: '1999',
    sources: ['castro-1999-pbft', 'lamport-1982-byzantine'],
    trust: 'knowledge',
    verdict: 'qualified',
    caveat: 'On a network without timing guarantees. Proof-of-work chains rest on another bound.',
  },
  {
    id: 'two-generals-and-traitors',
    wording:
      'A network that loses messages is the Two Generals. A node that lies is a Byzantine general.',
    asOf: '1990',
    sources: ['halpern-1990-knowledge', 'lamport-1982-byzantine'],
    trust: 'knowledge',
    verdict: 'corrected',
    caveat: 'The two are often told as one story.',
  },
  {
    id: 'flp',
    wording:
      'Without any bound on delay, no deterministic algorithm always reaches agreement if even one node may crash.',
    asOf: '1985',
    sources: ['fischer-1985-flp'],
    trust: 'knowledge',
    verdict: 'supported',
    caveat: "It is why Raft's election timeouts are random.",
  },
  {
    id: 'two-phase-commit-blocks',
    wording:
      'Bare two-phase commit blocks when its coordinator dies. Replicate the coordinator and it is how databases commit across shards.',
    asOf: '2012',
    sources: ['gray-2006-commit', 'corbett-2012-spanner'],
    trust: 'primary',
    verdict: 'corrected',
    caveat: '"Never in production" is wrong: Spanner runs it over Paxos groups.',
  },
  {
    id: 'spanner-waits',
    wording:
      'Spanner agrees by Paxos, locks and two-phase commit; TrueTime tells it how long to wait so that timestamps respect real time.',
    asOf: '2017',
    sources: ['corbett-2012-spanner', 'brewer-2017-spanner'],
    trust: 'knowledge',
    verdict: 'corrected',
    caveat: '"Consistent because of atomic clocks" mistakes the clock for the agreement.',
  },
  {
    id: 'cards-reconcile-later',
    wording: 'A card is approved while your bank is offline, and reconciled later.',
    asOf: '2025',
    sources: ['visa-2025-annual-report'],
    trust: 'knowledge',
    verdict: 'corrected',
    caveat: 'Stand-in processing. "Perfect consistency" is not how cards work.',
  },
  {
    id: 'spanner-commit',
    wording: 'Spanner commits across continents, in one order that respects real time.',
    asOf: '2012',
    sources: ['corbett-2012-spanner'],
    trust: 'primary',
    verdict: 'supported',
    caveat: 'Each commit pays for it: a majority must answer, and the clock error is waited out.',
  },
] as const satisfies readonly ClaimRecord[]
