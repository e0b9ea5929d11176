import type { PatternRecord } from './pattern-record.ts'

export const workPatterns = [
  {
    id: 'load-balancing',
    name: 'Load balancing',
    pillar: 'work',
    summary: 'Something in front gives each request to one of several equal servers.',
    useWhen:
      'There are two instances or more, at any rate of requests: to survive one, and to deploy.',
    notWhen: 'The servers are not interchangeable because each holds state of its own.',
    sources: ['mitzenmacher-2001-two-choices'],
  },
  {
    id: 'task-queue',
    name: 'Task queue',
    pillar: 'work',
    summary: 'Work waits in a line until a worker takes it.',
    useWhen: 'Work comes in bursts, and the average is below what the workers can do.',
    notWhen: 'More arrives than leaves: then the line only grows. A queue adds no capacity.',
    sources: ['little-1961-law'],
  },
  {
    id: 'map-reduce',
    name: 'Map and reduce',
    pillar: 'work',
    summary:
      'A batch is cut into independent pieces, worked on in parallel, and put together again.',
    useWhen: 'The pieces do not need each other, and the data is too much for one machine.',
    notWhen: 'One machine can do it, or the pieces must talk: measure a single thread first.',
    sources: ['dean-2004-mapreduce', 'mcsherry-2015-cost'],
  },
  {
    id: 'serverless',
    name: 'Serverless',
    pillar: 'work',
    summary: 'The provider starts an instance for each request that finds none free.',
    useWhen: 'Load is rare or uneven, and a request can wait for a new instance.',
    notWhen: 'Load jumps faster than instances may be added, or is so even that owning is cheaper.',
    sources: ['aws-lambda-scaling'],
  },
  {
    id: 'retry-budget',
    name: 'Retry budget',
    pillar: 'work',
    summary: 'Retries are a small share of calls, and work whose caller has left is dropped.',
    useWhen: 'Callers retry, so that a short outage could feed itself.',
    notWhen: 'The call is not safe to repeat: then do not retry it at all.',
    sources: ['bronson-2021-metastable', 'huang-2022-metastable'],
  },
] as const satisfies readonly PatternRecord[]
