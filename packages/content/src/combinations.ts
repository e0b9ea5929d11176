import type { PillarId } from './pillar-id.ts'
import type { SourceId } from './sources.ts'
import { lookupIn } from './unknown-id.ts'

interface CombinationRecord {
  id: string
  pillars: readonly [PillarId, PillarId, ...PillarId[]]
  /** What is put together. */
  what: string
  /** Who runs it, and since or as of when. */
  who: string
  /** What it gives. */
  gives: string
  /** What a fair speaker adds. */
  caveat: string
  sources: readonly [SourceId, ...SourceId[]]
}

const all = [
  {
    id: 'servers-and-caches',
    pillars: ['work', 'state'],
    what: 'Stateless servers in front of a fleet of caches',
    who: 'Facebook (now Meta), 2013',
    gives: 'Billions of reads a second without asking the database.',
    caveat: 'Cache reads, not page views; and the database must survive an empty cache.',
    sources: ['nishtala-2013-memcache'],
  },
  {
    id: 'instances-on-demand',
    pillars: ['work', 'intelligence'],
    what: 'Workers that come and go with the load',
    who: 'AWS Lambda, 2025',
    gives: 'No idle machines, and no person who adds them.',
    caveat:
      'One function may add 1,000 instances every 10 s and no more, and all of them share what is behind them.',
    sources: ['aws-lambda-scaling'],
  },
  {
    id: 'replicated-logs',
    pillars: ['state', 'truth'],
    what: 'Copies of the data that agree on one order of writes',
    who: 'Spanner by Paxos, CockroachDB by Raft',
    gives: 'No acknowledged write is lost while a majority keeps its disks.',
    caveat:
      'If acknowledged means stored: NATS 2.12.1 answered first and flushed later. Deletes, bugs and operators are not covered.',
    sources: ['corbett-2012-spanner', 'cockroachlabs-replication', 'jepsen-2025-nats'],
  },
  {
    id: 'limits-by-machine',
    pillars: ['control', 'intelligence'],
    what: 'A cluster manager, and limits that are set by measuring',
    who: 'Borg and Autopilot at Google, 2020',
    gives: 'Half as much reserve left unused, and ten times fewer jobs badly out of memory.',
    caveat: 'The reserve went from 46 % to 23 %, never to nothing; people bound what it may do.',
    sources: ['rzadca-2020-autopilot', 'verma-2015-borg'],
  },
  {
    id: 'a-region-as-one',
    pillars: ['work', 'state', 'truth', 'control', 'intelligence'],
    what: 'One control plane that places all work of a region',
    who: 'Twine at Meta, 2020; Borg at Google, 2015',
    gives: 'About a million machines in a region under one control plane.',
    caveat: 'Engineers run it around the clock. No large system operates itself.',
    sources: ['tang-2020-twine', 'verma-2015-borg'],
  },
] as const satisfies readonly CombinationRecord[]

export type CombinationId = (typeof all)[number]['id']

/** Pillars that one system stands on together. */
export interface Combination extends CombinationRecord {
  id: CombinationId
}

/** Real systems, by the pillars that they combine. */
export const combinations: readonly Combination[] = all

/** The combination with an id known from the run only; throws `UnknownId`. */
export const combinationById: (id: string) => Combination = lookupIn('combination', combinations)
