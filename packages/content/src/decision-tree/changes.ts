import type { DecisionNode } from './node.ts'

/** Seeing comes before steering. */
export const changes = {
  kind: 'question',
  id: 'changes',
  text: 'Can you see what a change did?',
  branches: [
    {
      answer: 'No',
      reason: 'Whoever cannot see cannot steer, by hand or by machine.',
      to: {
        kind: 'leaf',
        id: 'changes-unseen',
        pillar: 'control',
        patterns: ['observability'],
        exercise: 'health-checker',
        figure: 'outages-from-changes',
      },
    },
    {
      answer: 'Yes, when it is everywhere',
      reason: 'Then it went too far at once. A few first, and a way back that was tried.',
      to: {
        kind: 'leaf',
        id: 'changes-everywhere',
        pillar: 'control',
        patterns: ['gradual-rollout'],
        exercise: 'health-checker',
        figure: 'waves-wrong-orders',
      },
    },
    {
      answer: 'Yes, but it drifts back',
      reason: 'Somebody must keep comparing what is with what should be.',
      to: {
        kind: 'leaf',
        id: 'changes-drift',
        pillar: 'control',
        patterns: ['reconciliation', 'workflow-orchestration'],
        exercise: 'health-checker',
        figure: 'loop-right',
      },
    },
  ],
} as const satisfies DecisionNode
