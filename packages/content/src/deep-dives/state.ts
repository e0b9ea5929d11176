import type { DeepDiveRecord } from './deep-dive.ts'

export const stateDeepDives = [
  {
    id: 'state-when-split',
    pillar: 'state',
    title: 'What gives when the network splits, and what otherwise?',
    columns: ['Operation', 'While it is split', 'Otherwise'],
    rows: [
      {
        cells: [
          'a lock, a leader, a unique name',
          'refused where there is no majority',
          'waits for a majority',
        ],
        sources: ['gilbert-2002-cap', 'brewer-2012-cap'],
      },
      {
        cells: [
          'cash from a machine',
          'paid up to a limit, squared later',
          'the bank is asked first',
        ],
        sources: ['brewer-2012-cap'],
      },
      {
        cells: [
          'a like, a line in a cart',
          'taken, and merged later',
          'answered at once, perhaps stale',
        ],
        sources: ['shapiro-2011-crdts', 'decandia-2007-dynamo'],
      },
      {
        cells: [
          'a query to Apache Cassandra',
          'fails if fewer copies answer than it asks for',
          'waits for as many as it asks for',
        ],
        sources: ['datastax-2016-consistency'],
      },
    ],
    caveat:
      'Nobody chooses that the network will not split, and none of this labels a whole database.',
  },
] as const satisfies readonly DeepDiveRecord[]
