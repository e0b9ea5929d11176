import type { ExerciseSlug } from './registry/exercises.ts'
import { lookupIn } from './unknown-id.ts'

/** What a program decides: nobody has to find that they can explain something. */
interface Criterion {
  /** All open checks kept, or all points of the graded tests. */
  tests: 'open' | 'graded'
  /** So many exercises. */
  count: number
  /** Of these; default: of all. */
  of?: readonly ExerciseSlug[]
}

interface MilestoneRecord {
  id: string
  title: string
  /** The criterion in words. */
  sentence: string
  criterion: Criterion
}

const core = ['load-balancer', 'hash-ring', 'quorum', 'health-checker', 'autoscaler'] as const

const all = [
  {
    id: 'first-checks',
    title: 'First light',
    sentence: 'All open checks of one exercise pass.',
    criterion: { tests: 'open', count: 1 },
  },
  {
    id: 'one-pillar',
    title: 'One pillar stands',
    sentence: 'The graded tests of one of the five parts pass.',
    criterion: { tests: 'graded', count: 1, of: core },
  },
  {
    id: 'five-parts',
    title: 'Five parts',
    sentence: 'All open checks of the five parts of the shop pass.',
    criterion: { tests: 'open', count: core.length, of: core },
  },
  {
    id: 'all-pillars',
    title: 'All five pillars stand',
    sentence: 'The graded tests of all five parts pass.',
    criterion: { tests: 'graded', count: core.length, of: core },
  },
  {
    id: 'whole-shop',
    title: 'A shop that survives its day',
    sentence: 'The graded tests of the game day pass.',
    criterion: { tests: 'graded', count: 1, of: ['game-day'] },
  },
  {
    id: 'agreement',
    title: 'Agreement, to its depth',
    sentence: 'The graded tests of the register and of the election pass.',
    criterion: { tests: 'graded', count: 2, of: ['abd-register', 'raft-election'] },
  },
] as const satisfies readonly MilestoneRecord[]

export type MilestoneId = (typeof all)[number]['id']

/** Something that a learner has reached when tests say so. */
export interface Milestone extends MilestoneRecord {
  id: MilestoneId
}

/** Every milestone, in the order in which they are mostly reached. */
export const milestones: readonly Milestone[] = all

/** The milestone with an id known from the run only; throws `UnknownId`. */
export const milestoneById: (id: string) => Milestone = lookupIn('milestone', milestones)
