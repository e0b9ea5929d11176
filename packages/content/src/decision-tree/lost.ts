import type { DecisionNode } from './node.ts'

/** Durability is not uptime, and a replica is not a backup. */
export const lost = {
  kind: 'question',
  id: 'lost',
  text: 'What would destroy it?',
  branches: [
    {
      answer: 'A disk, a rack, a site',
      reason: 'Copies that do not fail together outlive any one of them.',
      to: {
        kind: 'leaf',
        id: 'lost-machine',
        pillar: 'state',
        patterns: ['replication'],
        exercise: 'hash-ring',
        figure: 'correlated-node-failures',
      },
    },
    {
      answer: 'A person or a bug',
      reason: 'Replicas repeat the mistake at once. Only an older copy undoes it.',
      to: {
        kind: 'leaf',
        id: 'lost-mistake',
        pillar: 'state',
        patterns: ['backup-and-restore'],
        exercise: 'hash-ring',
        figure: 'gitlab-backup-methods',
      },
    },
    {
      answer: 'Growth: it no longer fits',
      reason: 'Too much to hold or to restore in time has to be divided.',
      to: {
        kind: 'leaf',
        id: 'lost-growth',
        pillar: 'state',
        patterns: ['sharding', 'consistent-hashing'],
        exercise: 'hash-ring',
        figure: 'mod-n-keys-moved',
      },
    },
  ],
} as const satisfies DecisionNode
