import type { DecisionNode } from './node.ts'

/** Automation adds parts, so it is not what a system with too many parts needs first. */
export const people = {
  kind: 'step',
  id: 'people',
  text: 'Remove parts first',
  reason: 'Automation adds parts to a system that already has too many.',
  next: {
    kind: 'question',
    id: 'by-hand',
    text: 'Is it safe by hand?',
    branches: [
      {
        answer: 'No',
        reason: 'A machine would repeat what goes wrong, faster.',
        to: {
          kind: 'leaf',
          id: 'people-unsafe',
          pillar: 'control',
          patterns: ['observability', 'gradual-rollout'],
          exercise: 'health-checker',
          figure: 'knight-executions',
        },
      },
      {
        answer: 'Yes, load varies',
        reason: 'A small decision, made often and easy to undo: a good one to hand over.',
        to: {
          kind: 'leaf',
          id: 'people-load',
          pillar: 'intelligence',
          patterns: ['autoscaling'],
          exercise: 'autoscaler',
          figure: 'autopilot-slack',
        },
      },
      {
        answer: 'Yes, it breaks often',
        reason: 'The repair is known. Cause the failure on purpose to prove it.',
        to: {
          kind: 'leaf',
          id: 'people-repair',
          pillar: 'intelligence',
          patterns: ['self-healing', 'chaos-engineering'],
          exercise: 'autoscaler',
          figure: 'healer-limited-recovery',
        },
      },
    ],
  },
} as const satisfies DecisionNode
