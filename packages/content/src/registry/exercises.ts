import type { PillarId } from '../pillar-id.ts'
import { lookupIn } from '../unknown-id.ts'
import type { DeckId, Level } from './decks.ts'

interface ExerciseRecord {
  slug: string
  pillar: PillarId
  title: string
  /** What it is about, for a list. */
  sentence: string
  minutes: number
  level: Level
  package: string
  /** Folder in the repository. */
  path: string
  /** The deck that prepares for it. */
  deck: string
  /** Exercises whose files it is made of, beside its own. */
  parts?: readonly string[]
}

const allExercises = [
  {
    slug: 'load-balancer',
    pillar: 'work',
    title: 'Load balancer',
    sentence: 'Spread work fairly and keep the books straight while backends come, go and fail.',
    minutes: 35,
    level: 'beginner',
    package: '@five-pillars/exercise-load-balancer',
    path: 'exercises/work/load-balancer',
    deck: 'work',
  },
  {
    slug: 'hash-ring',
    pillar: 'state',
    title: 'Hash ring',
    sentence: 'Give every key an owner, and when a node leaves, move only its keys.',
    minutes: 35,
    level: 'intermediate',
    package: '@five-pillars/exercise-hash-ring',
    path: 'exercises/state/hash-ring',
    deck: 'state',
  },
  {
    slug: 'quorum',
    pillar: 'truth',
    title: 'Quorum',
    sentence: 'Count the right thing: distinct members of a fixed group, and enough of them.',
    minutes: 25,
    level: 'beginner',
    package: '@five-pillars/exercise-quorum',
    path: 'exercises/truth/quorum',
    deck: 'truth',
  },
  {
    slug: 'health-checker',
    pillar: 'control',
    title: 'Health checker',
    sentence: 'Tell slow from dead from flapping, without becoming the outage.',
    minutes: 35,
    level: 'beginner',
    package: '@five-pillars/exercise-health-checker',
    path: 'exercises/control/health-checker',
    deck: 'control',
  },
  {
    slug: 'autoscaler',
    pillar: 'intelligence',
    title: 'Autoscaler',
    sentence: 'Scale up fast, down slowly, and do nothing when you cannot see.',
    minutes: 30,
    level: 'beginner',
    package: '@five-pillars/exercise-autoscaler',
    path: 'exercises/intelligence/autoscaler',
    deck: 'intelligence',
  },
  {
    slug: 'game-day',
    pillar: 'control',
    title: 'Game day',
    sentence: 'Your five parts as one shop: six incidents in ten minutes, and a score sheet.',
    minutes: 40,
    level: 'intermediate',
    package: '@five-pillars/exercise-game-day',
    path: 'exercises/all-five/game-day',
    deck: 'finale',
    parts: ['load-balancer', 'hash-ring', 'quorum', 'health-checker', 'autoscaler'],
  },
  {
    slug: 'task-queue',
    pillar: 'work',
    title: 'Task queue',
    sentence: 'Hand out every task, let one result count, and wait for no slow worker.',
    minutes: 45,
    level: 'intermediate',
    package: '@five-pillars/exercise-task-queue',
    path: 'exercises/work/task-queue',
    deck: 'work',
  },
  {
    slug: 'retry-budget',
    pillar: 'work',
    title: 'Retry budget',
    sentence: 'Try again without keeping alive the outage that you try to get over.',
    minutes: 50,
    level: 'advanced',
    package: '@five-pillars/exercise-retry-budget',
    path: 'exercises/work/retry-budget',
    deck: 'work',
  },
  {
    slug: 'cache',
    pillar: 'state',
    title: 'Cache',
    sentence: 'Ask once for a thousand, and never give what was read before it was changed.',
    minutes: 30,
    level: 'intermediate',
    package: '@five-pillars/exercise-cache',
    path: 'exercises/state/cache',
    deck: 'state',
  },
  {
    slug: 'event-store',
    pillar: 'state',
    title: 'Event store',
    sentence: 'Keep what happened, once, and make today of it as often as anybody asks.',
    minutes: 45,
    level: 'intermediate',
    package: '@five-pillars/exercise-event-store',
    path: 'exercises/state/event-store',
    deck: 'state',
  },
  {
    slug: 'replicated-store',
    pillar: 'state',
    title: 'Replicated store',
    sentence: 'Acknowledge only what will last, and bring back what everybody has deleted.',
    minutes: 60,
    level: 'advanced',
    package: '@five-pillars/exercise-replicated-store',
    path: 'exercises/state/replicated-store',
    deck: 'state',
  },
  {
    slug: 'version-vectors',
    pillar: 'truth',
    title: 'Version vectors',
    sentence: 'Tell what was newer from what was written at the same time, and lose neither.',
    minutes: 30,
    level: 'intermediate',
    package: '@five-pillars/exercise-version-vectors',
    path: 'exercises/truth/version-vectors',
    deck: 'truth',
  },
  {
    slug: 'crdt-cart',
    pillar: 'truth',
    title: 'CRDT cart',
    sentence: 'Let copies of a cart change apart, and come together without asking anybody.',
    minutes: 45,
    level: 'intermediate',
    package: '@five-pillars/exercise-crdt-cart',
    path: 'exercises/truth/crdt-cart',
    deck: 'truth',
  },
  {
    slug: 'abd-register',
    pillar: 'truth',
    title: 'ABD register',
    sentence:
      'Keep one value on three machines so that it looks like one, although R + W > N is not enough.',
    minutes: 40,
    level: 'advanced',
    package: '@five-pillars/exercise-abd-register',
    path: 'exercises/truth/abd-register',
    deck: 'truth',
  },
  {
    slug: 'commit-and-saga',
    pillar: 'truth',
    title: 'Commit and saga',
    sentence:
      'Both or neither, through a crash at any write; or step by step, and back in reverse.',
    minutes: 60,
    level: 'advanced',
    package: '@five-pillars/exercise-commit-and-saga',
    path: 'exercises/truth/commit-and-saga',
    deck: 'truth',
  },
  {
    slug: 'raft-election',
    pillar: 'truth',
    title: 'Raft election',
    sentence: 'Elect one leader a term, whoever crashes, forgets, or hears nothing of it.',
    minutes: 75,
    level: 'advanced',
    package: '@five-pillars/exercise-raft-election',
    path: 'exercises/truth/raft-election',
    deck: 'truth',
  },
  {
    slug: 'circuit-breaker',
    pillar: 'control',
    title: 'Circuit breaker',
    sentence: 'Stop asking who is down, try again a little at a time, and come back by yourself.',
    minutes: 35,
    level: 'intermediate',
    package: '@five-pillars/exercise-circuit-breaker',
    path: 'exercises/control/circuit-breaker',
    deck: 'control',
  },
  {
    slug: 'rollout',
    pillar: 'control',
    title: 'Rollout',
    sentence: 'Ship in waves, judge on evidence, ask every host, and know when not to go back.',
    minutes: 50,
    level: 'advanced',
    package: '@five-pillars/exercise-rollout',
    path: 'exercises/control/rollout',
    deck: 'control',
  },
  {
    slug: 'anomaly-detector',
    pillar: 'intelligence',
    title: 'Anomaly detector',
    sentence: 'Find what is out of the ordinary, and wake somebody up for it once.',
    minutes: 35,
    level: 'intermediate',
    package: '@five-pillars/exercise-anomaly-detector',
    path: 'exercises/intelligence/anomaly-detector',
    deck: 'intelligence',
  },
  {
    slug: 'self-healer',
    pillar: 'intelligence',
    title: 'Self-healer',
    sentence: 'Repair what is broken, on fresh facts, and stop when the broken one is you.',
    minutes: 50,
    level: 'advanced',
    package: '@five-pillars/exercise-self-healer',
    path: 'exercises/intelligence/self-healer',
    deck: 'intelligence',
  },
] as const satisfies readonly ExerciseRecord[]

export type ExerciseSlug = (typeof allExercises)[number]['slug']

/** A graded exercise of the kit. */
export interface ExerciseEntry extends ExerciseRecord {
  slug: ExerciseSlug
  deck: DeckId
}

/** Every exercise that exists: those of the day in its order, then those to take home by pillar. */
export const exercises: readonly ExerciseEntry[] = allExercises

const bySlug = lookupIn(
  'exercise',
  exercises.map((entry) => ({ id: entry.slug, entry })),
)

/** The exercise with a slug known from the run only; throws `UnknownId`. */
export function exerciseBySlug(slug: string): ExerciseEntry {
  return bySlug(slug).entry
}
