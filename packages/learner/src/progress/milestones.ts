import { exercises, milestones } from '@five-pillars/content'
import type { Milestone } from '@five-pillars/content'

import type { Progress, ReachedMilestone } from './progress.ts'

/** Milestones that are reached, and were not before. */
export function reachedBy(progress: Progress, at: number): readonly ReachedMilestone[] {
  const known = new Set(progress.milestones.map(({ id }) => id))
  return milestones
    .filter((milestone) => !known.has(milestone.id) && isReached(progress, milestone))
    .map(({ id }) => ({ id, at }))
}

function isReached(progress: Progress, { criterion }: Milestone): boolean {
  const slugs = criterion.of ?? exercises.map(({ slug }) => slug)
  return slugs.filter((slug) => isMet(progress, slug, criterion.tests)).length >= criterion.count
}

function isMet(progress: Progress, slug: string, tests: Milestone['criterion']['tests']): boolean {
  const done = progress.exercises[slug]
  if (done === undefined) return false
  if (tests === 'open') return done.passedAt !== null
  return done.graded !== null && done.graded.points === done.graded.total && done.graded.total > 0
}
