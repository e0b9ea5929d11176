import type { DecisionNode } from './node.ts'

/** Speed is a matter of work or of state; agreement only ever adds a round trip. */
export const slow = {
  kind: 'question',
  id: 'slow',
  text: 'Which resource is saturated?',
  branches: [
    {
      answer: 'The servers',
      reason: 'More hands help as far as the work can be divided.',
      to: {
        kind: 'leaf',
        id: 'slow-servers',
        pillar: 'work',
        patterns: ['load-balancing', 'map-reduce', 'serverless'],
        exercise: 'load-balancer',
        figure: 'usl-peak',
      },
    },
    {
      answer: 'None, except in bursts',
      reason: 'A line smooths what is too much for a moment. It adds no capacity.',
      to: {
        kind: 'leaf',
        id: 'slow-bursts',
        pillar: 'work',
        patterns: ['task-queue'],
        exercise: 'load-balancer',
        figure: 'queue-burst-wait',
      },
    },
    {
      answer: 'None: one is slow, or calls repeat',
      reason: 'Work goes where it waits, or is done for callers who have left.',
      to: {
        kind: 'leaf',
        id: 'slow-one',
        pillar: 'work',
        patterns: ['load-balancing', 'retry-budget'],
        exercise: 'load-balancer',
        figure: 'lb-round-robin-p99',
      },
    },
    {
      answer: 'The database',
      reason: 'Read less of it, or divide it; dividing raises questions of truth.',
      to: {
        kind: 'leaf',
        id: 'slow-data',
        pillar: 'state',
        patterns: ['caching', 'sharding'],
        exercise: 'hash-ring',
        figure: 'dynamodb-empty-cache',
      },
    },
  ],
} as const satisfies DecisionNode
