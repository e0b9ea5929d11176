import type { SourceId } from './sources.ts'
import { lookupIn } from './unknown-id.ts'

export type Flawed = 'first' | 'second' | 'both'

interface ContradictionRecord {
  id: string
  /** Two statements of one text that cannot both be right. */
  statements: readonly [string, string]
  /** Which of them does not hold. */
  flawed: Flawed
  /** What is true instead. */
  truth: string
  sources: readonly [SourceId, ...SourceId[]]
}

/*
 * The one place of the kit where sentences stand that are known to be flawed. They are shown by
 * `<Contradiction>` alone, which marks them as such; nothing else may take a statement from here.
 */
const all = [
  {
    id: 'consensus-for-slowness',
    statements: [
      'Still slow? Go on to consistency models and consensus.',
      'Somebody met a scale problem with consensus: far slower, far dearer, and no better.',
    ],
    flawed: 'first',
    truth:
      'Consensus never makes a system faster: each decision waits for a round trip to a majority.',
    sources: ['ongaro-2014-raft', 'lamport-1998-paxos'],
  },
  {
    id: 'balancer-threshold',
    statements: [
      'A load balancer is for more than 1,000 requests a second.',
      'One computer is one point of death.',
    ],
    flawed: 'first',
    truth:
      'Two instances at one request a second need something in front: to survive one, and to deploy.',
    sources: ['nygard-2018-release-it'],
  },
  {
    id: 'never-two-phase-commit',
    statements: [
      'Two-phase commit: never in production.',
      'For consistency around the globe, take Spanner.',
    ],
    flawed: 'first',
    truth:
      'Spanner runs two-phase commit, over Paxos groups. Bare, it blocks when its coordinator dies: so the coordinator is replicated.',
    sources: ['corbett-2012-spanner', 'gray-2006-commit'],
  },
  {
    id: 'no-global-clock',
    statements: [
      'No global clock exists.',
      'Atomic clocks everywhere make the database consistent.',
    ],
    flawed: 'both',
    truth:
      'No perfect one exists. TrueTime is an interval with a known error; agreement comes from Paxos, locks and two-phase commit.',
    sources: ['corbett-2012-spanner', 'lamport-1978-clocks'],
  },
  {
    id: 'zero-data-loss',
    statements: [
      'Replication by consensus guarantees zero data loss.',
      'Replicated is not backed up, and not recoverable.',
    ],
    flawed: 'first',
    truth:
      'Acknowledged writes survive while a majority keeps its disks. A delete is replicated as faithfully as a write.',
    sources: ['gitlab-2017-postmortem', 'jepsen-2025-nats'],
  },
  {
    id: 'kubernetes-conducts',
    statements: [
      'Kubernetes is orchestration: a central brain that says "I am the boss".',
      'Its own overview, in the same list of references: no mere orchestration system.',
    ],
    flawed: 'first',
    truth:
      'Kubernetes reconciles: independent loops keep comparing what is with what should be, and none of them conducts.',
    sources: ['kubernetes-overview'],
  },
  {
    id: 'netflix-servers',
    statements: ['Netflix runs on 100,000 servers.', 'Netflix picks one of 200,000 servers.'],
    flawed: 'second',
    truth:
      'Two different things, and neither is 200,000: over 100,000 instances at AWS for all it computes, and 18,000 servers in 6,000 places that deliver the films.',
    sources: ['aws-netflix-case-study', 'netflix-2022-open-connect'],
  },
  {
    id: 'pick-two-of-three',
    statements: [
      'Consistency, availability, partitions: pick two, and you lose the third.',
      'The table below it ticks availability and partitions in every row.',
    ],
    flawed: 'both',
    truth:
      'You give something up only while the network is split, and may choose for each operation. Nobody chooses that it will not split.',
    sources: ['brewer-2012-cap', 'gilbert-2002-cap'],
  },
  {
    id: 'input-output-bound',
    statements: [
      'It waits for input and output: that is State, so cache and shard.',
      'It waits for input and output: that is Work, so take a queue.',
    ],
    flawed: 'both',
    truth:
      'Measure which resource is saturated. A full database wants fewer reads; a queue only smooths a burst, since it adds no capacity.',
    sources: ['gregg-2012-methodically', 'little-1961-law'],
  },
] as const satisfies readonly ContradictionRecord[]

export type ContradictionId = (typeof all)[number]['id']

/** A well-known text against itself: the room finds the flaw, then sees what is true. */
export interface Contradiction extends ContradictionRecord {
  id: ContradictionId
}

/** The round "spot the flaw". */
export const contradictions: readonly Contradiction[] = all

/** The pair with an id known from the run only; throws `UnknownId`. */
export const contradictionById: (id: string) => Contradiction = lookupIn(
  'contradiction',
  contradictions,
)
