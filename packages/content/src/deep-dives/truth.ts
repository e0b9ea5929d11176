import type { DeepDiveRecord } from './deep-dive.ts'

export const truthDeepDives = [
  {
    id: 'truth-algorithms',
    pillar: 'truth',
    title: 'What may fail while they still agree?',
    columns: ['Algorithm', 'What it survives', 'What it costs', 'Who runs it'],
    rows: [
      {
        cells: ['quorums', 'any minority crashed', 'a second trip to read', 'Dynamo, in part'],
        sources: ['attiya-1995-registers', 'decandia-2007-dynamo'],
      },
      {
        cells: [
          'two-phase commit',
          'blocks if the coordinator dies',
          'two rounds under locks',
          'Spanner, over Paxos',
        ],
        sources: ['gray-2006-commit', 'corbett-2012-spanner'],
      },
      {
        cells: ['Raft', 'any minority crashed', 'a majority each time', 'etcd, CockroachDB'],
        sources: ['ongaro-2014-raft', 'cockroachlabs-replication'],
      },
      {
        cells: ['Paxos', 'any minority crashed', 'a majority each time', 'Chubby, Spanner'],
        sources: ['lamport-1998-paxos', 'burrows-2006-chubby', 'corbett-2012-spanner'],
      },
      {
        cells: ['Zab', 'any minority crashed', 'a majority each time', 'ZooKeeper'],
        sources: ['junqueira-2011-zab'],
      },
      {
        cells: ['Byzantine', 'f liars of 3f + 1', 'more nodes', 'nodes of strangers'],
        sources: ['castro-1999-pbft', 'lamport-1982-byzantine'],
      },
    ],
    caveat: 'A minority: 1 of 3, still 1 of 4, 2 of 5. Proof of work rests on another bound.',
  },
] as const satisfies readonly DeepDiveRecord[]
