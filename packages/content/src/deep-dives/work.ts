import type { DeepDiveRecord } from './deep-dive.ts'

export const workDeepDives = [
  {
    id: 'work-bottlenecks',
    pillar: 'work',
    title: 'What is the bottleneck?',
    columns: ['What waits', 'Pattern', 'What it buys', 'Anchor'],
    rows: [
      {
        cells: [
          'a batch of pieces',
          'map and reduce',
          'many at once',
          '1 TB sorted in 891 s, about 1,800 machines (2004)',
        ],
        sources: ['dean-2004-mapreduce'],
      },
      {
        cells: [
          'a burst',
          'task queue',
          'time only',
          '2 million writes/s on three machines (2014)',
        ],
        sources: ['little-1961-law', 'kreps-2014-kafka'],
      },
      {
        cells: [
          'uneven load',
          'serverless',
          'instances while used',
          'at most +1,000 every 10 s, per function (2025)',
        ],
        sources: ['aws-lambda-scaling'],
      },
      {
        cells: [
          'requests',
          'load balancing',
          'one may die',
          'over 1 million requests/s at Zuul 2 (2018)',
        ],
        sources: ['netflix-2018-zuul'],
      },
      {
        cells: [
          'nothing',
          'one machine',
          'no new failures',
          'one thread beat published clusters (2015)',
        ],
        sources: ['mcsherry-2015-cost'],
      },
    ],
  },
] as const satisfies readonly DeepDiveRecord[]
