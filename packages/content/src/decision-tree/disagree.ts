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
      to: { kind: 'leaf', id: 'disagree-settles', pillar: 'truth', patterns: ['convergent-data'] },
    },
    {
      answer: 'A reader misses a write',
      reason: 'Reads and writes that meet in one replica are enough; nothing is decided.',
      to: { kind: 'leaf', id: 'disagree-read', pillar: 'truth', patterns: ['quorums'] },
    },
    {
      answer: 'Two act as if alone',
      reason: 'A leader, a lock, a last seat: somebody has to decide once.',
      to: { kind: 'leaf', id: 'disagree-decide', pillar: 'truth', patterns: ['consensus'] },
    },
    {
      answer: 'One half is done',
      reason: 'A change across parts is whole, or has a step that makes up for it.',
      to: {
        kind: 'leaf',
        id: 'disagree-half',
        pillar: 'truth',
        patterns: ['saga', 'two-phase-commit'],
      },
    },
  ],
} as const satisfies DecisionNode
