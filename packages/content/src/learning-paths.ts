import { deckById } from './registry/decks.ts'
import { exerciseBySlug } from './registry/exercises.ts'
import type { DeckId } from './registry/decks.ts'
import type { ExerciseSlug } from './registry/exercises.ts'
import { lookupIn } from './unknown-id.ts'

interface LearningPathRecord {
  id: string
  title: string
  /** Who it is for. */
  who: string
  /** Why in this order. */
  focus: string
  /** The talks, in order. */
  decks: readonly DeckId[]
  /** The exercises, in order. */
  exercises: readonly ExerciseSlug[]
}

/**
 * Four orders of the same exercises. Nobody skips a pillar: an outage does not ask for a job title,
 * and every part is in the game day.
 */
const all = [
  {
    id: 'new-graduate',
    title: 'New graduate',
    who: 'You have not built a distributed system yet.',
    focus: 'One pillar after the other, each on the one before, up to a shop made of all five.',
    decks: ['overview', 'work', 'state', 'truth', 'control', 'intelligence', 'finale'],
    exercises: [
      'load-balancer',
      'hash-ring',
      'quorum',
      'health-checker',
      'autoscaler',
      'game-day',
      'task-queue',
      'retry-budget',
      'cache',
      'event-store',
      'version-vectors',
      'crdt-cart',
      'circuit-breaker',
      'rollout',
      'anomaly-detector',
      'self-healer',
      'abd-register',
      'replicated-store',
      'commit-and-saga',
      'raft-election',
    ],
  },
  {
    id: 'senior',
    title: 'Senior engineer',
    who: 'You run services, and copies of data have surprised you.',
    focus: 'Agreement first, to its depth; then where data lives, and what decides by itself.',
    decks: ['truth', 'state', 'intelligence', 'work', 'control', 'finale'],
    exercises: [
      'quorum',
      'abd-register',
      'commit-and-saga',
      'raft-election',
      'version-vectors',
      'crdt-cart',
      'hash-ring',
      'cache',
      'event-store',
      'replicated-store',
      'autoscaler',
      'anomaly-detector',
      'self-healer',
      'load-balancer',
      'task-queue',
      'retry-budget',
      'health-checker',
      'circuit-breaker',
      'rollout',
      'game-day',
    ],
  },
  {
    id: 'manager',
    title: 'Engineering manager',
    who: 'You answer for a team and for what wakes it at night.',
    focus: 'What pages people first: who is up, what acts by itself, what overload does.',
    decks: ['overview', 'control', 'intelligence', 'work', 'state', 'truth', 'finale'],
    exercises: ['health-checker', 'autoscaler', 'load-balancer', 'hash-ring', 'quorum', 'game-day'],
  },
  {
    id: 'architect',
    title: 'System architect',
    who: 'You choose what parts a system has, and how they meet.',
    focus: 'The whole shop first, with parts that are right; then the parts, and where they meet.',
    decks: ['overview', 'finale', 'work', 'state', 'truth', 'control', 'intelligence'],
    exercises: [
      'game-day',
      'quorum',
      'abd-register',
      'version-vectors',
      'crdt-cart',
      'hash-ring',
      'cache',
      'event-store',
      'replicated-store',
      'load-balancer',
      'task-queue',
      'retry-budget',
      'health-checker',
      'circuit-breaker',
      'rollout',
      'autoscaler',
      'anomaly-detector',
      'commit-and-saga',
      'self-healer',
      'raft-election',
    ],
  },
] as const satisfies readonly LearningPathRecord[]

export type LearningPathId = (typeof all)[number]['id']

/** An order in which to go through the kit. */
export interface LearningPath extends LearningPathRecord {
  id: LearningPathId
}

/** Every learning path. */
export const learningPaths: readonly LearningPath[] = all

/** The path with an id known from the run only; throws `UnknownId`. */
export const learningPathById: (id: string) => LearningPath = lookupIn('path', learningPaths)

/** How long a path takes, in minutes: the sum of its talks and its exercises, and nothing rounded. */
export function learningPathMinutes({ decks, exercises }: LearningPath): number {
  const parts = [
    ...decks.map((id) => deckById(id)),
    ...exercises.map((slug) => exerciseBySlug(slug)),
  ]
  return parts.reduce((sum, { minutes }) => sum + minutes, 0)
}
