import type { DecisionNode } from './node.ts'

/** A second copy comes before its detection: with nothing to turn to, an alarm restores nothing. */
export const down = {
  kind: 'question',
  id: 'down',
  text: 'Is there a second copy?',
  branches: [
    {
      answer: 'No, one server',
      reason: 'Detecting that the only one is gone brings nothing back.',
      to: {
        kind: 'leaf',
        id: 'down-server',
        pillar: 'work',
        patterns: ['load-balancing'],
        exercise: 'load-balancer',
        figure: 'slo-month-minutes',
      },
    },
    {
      answer: 'No, one database',
      reason: 'Its data must be somewhere else before it fails.',
      to: {
        kind: 'leaf',
        id: 'down-data',
        pillar: 'state',
        patterns: ['replication'],
        exercise: 'hash-ring',
        figure: 'drive-failure-rate',
      },
    },
    {
      answer: 'Yes, but nobody turns to it',
      reason: 'Now detection pays: it decides who gets the work.',
      to: {
        kind: 'leaf',
        id: 'down-detection',
        pillar: 'control',
        patterns: ['health-check', 'circuit-breaker'],
        exercise: 'health-checker',
        figure: 'probe-noticed-three',
      },
    },
  ],
} as const satisfies DecisionNode
