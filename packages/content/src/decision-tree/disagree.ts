import type { DecisionNode } from './node.ts'

/** Ask for as little agreement as will do: each kind costs more than the one before. */
export const disagree = {
  kind: 'question',
  id: 'disagree',
  text: 'Must two parties agree, and what breaks if they do not?',
  branches: [
    {
      answer: 'Nothing, if it settles',
      reason: 'Copies that always merge need no agreement at all.',
      to: {
        kind: 'leaf',
        id: 'disagree-settles',
        pillar: 'truth',
        patterns: ['convergent-data'],
        exercise: 'quorum',
        figure: 'agree-alone',
      },
    },
    {
      answer: 'A reader misses a write',
      reason: 'Reads and writes that meet in one replica are enough; nothing is decided.',
      to: {
        kind: 'leaf',
        id: 'disagree-read',
        pillar: 'truth',
        patterns: ['quorums'],
        exercise: 'abd-register',
        figure: 'quorum-violations',
      },
    },
    {
      answer: 'Two act as if alone',
      reason: 'A leader, a lock, a last seat: somebody has to decide once.',
      to: {
        kind: 'leaf',
        id: 'disagree-decide',
        pillar: 'truth',
        patterns: ['consensus'],
        exercise: 'raft-election',
        figure: 'raft-five-nodes',
      },
    },
    {
      answer: 'One half is done',
      reason: 'A change across parts is whole, or has a step that makes up for it.',
      to: {
        kind: 'leaf',
        id: 'disagree-half',
        pillar: 'truth',
        patterns: ['saga', 'two-phase-commit'],
        exercise: 'quorum',
        figure: 'fibre-round-trip',
      },
    },
  ],
} as const satisfies DecisionNode
