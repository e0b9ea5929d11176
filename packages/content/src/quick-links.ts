import type { PatternId } from './patterns.ts'
import type { PillarId } from './pillar-id.ts'
import type { ExerciseSlug } from './registry/exercises.ts'

/** What somebody came for, and where it is. */
export interface QuickLinks {
  id: PillarId
  /** What one would call it before knowing the pillars. */
  need: string
  patterns: readonly [PatternId, ...PatternId[]]
  exercises: readonly [ExerciseSlug, ...ExerciseSlug[]]
}

/** The short way by the kind of problem; the decision tree is the careful one. */
export const quickLinks: readonly QuickLinks[] = [
  {
    id: 'work',
    need: 'Scale',
    patterns: ['load-balancing', 'task-queue', 'retry-budget', 'serverless'],
    exercises: ['load-balancer'],
  },
  {
    id: 'state',
    need: 'Data that stays',
    patterns: ['replication', 'backup-and-restore', 'sharding', 'caching'],
    exercises: ['hash-ring'],
  },
  {
    id: 'truth',
    need: 'Consistency',
    patterns: ['quorums', 'consensus', 'saga', 'event-sourcing', 'cqrs'],
    exercises: ['quorum', 'abd-register', 'raft-election'],
  },
  {
    id: 'control',
    need: 'Operations',
    patterns: ['observability', 'health-check', 'gradual-rollout', 'service-mesh'],
    exercises: ['health-checker', 'game-day'],
  },
  {
    id: 'intelligence',
    need: 'Automation',
    patterns: ['autoscaling', 'self-healing', 'chaos-engineering'],
    exercises: ['autoscaler'],
  },
]
