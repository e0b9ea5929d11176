import { exercises, learningPaths, milestones } from '@five-pillars/content'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { apply, sumOf } from './apply.ts'
import type { LearnerEvent } from './event.ts'
import { mergeProgress } from './merge.ts'
import { fromText, asText } from './progress-text.ts'
import { noProgress, progressSchema } from './progress.ts'

const slug = fc.constantFrom(...exercises.map((exercise) => exercise.slug))
const at = fc.integer({ min: 1, max: 40 })
const hash = fc.constantFrom('a', 'b')
const small = fc.integer({ min: 0, max: 6 })

const event: fc.Arbitrary<LearnerEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('check' as const),
    exercise: slug,
    at,
    hash,
    kept: small,
    of: small,
    isPassed: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('hint' as const),
    exercise: slug,
    at,
    part: fc.constantFrom('', 'Counting', 'constructor'),
    level: small,
  }),
  fc.record({ kind: fc.constantFrom('opened' as const, 'skipped' as const), exercise: slug, at }),
  fc.record({ kind: fc.constant('caught-up' as const), exercise: slug, at, hash }),
  fc.record({
    kind: fc.constant('graded' as const),
    exercise: slug,
    at,
    points: small,
    total: fc.constant(6),
  }),
  fc.record({
    kind: fc.constant('path' as const),
    at,
    path: fc.constantFrom(...learningPaths.map(({ id }) => id)),
  }),
)
const progress = fc.array(event, { maxLength: 12 }).map(sumOf)

describe('mergeProgress', () => {
  test('the order of merging does not matter, nor how often', () => {
    fc.assert(
      fc.property(progress, progress, progress, (a, b, c) => {
        expect(mergeProgress(a, b)).toEqual(mergeProgress(b, a))
        expect(mergeProgress(mergeProgress(a, b), c)).toEqual(mergeProgress(a, mergeProgress(b, c)))
        expect(mergeProgress(mergeProgress(a, b), b)).toEqual(mergeProgress(a, b))
        expect(mergeProgress(a, noProgress)).toEqual(a)
      }),
    )
  })

  test('nothing that was reached is taken back by what comes later', () => {
    fc.assert(
      fc.property(progress, event, (before, next) => {
        const after = apply(before, next)
        // What is known of all that was reached is what was known before.
        expect(mergeProgress(after, before)).toEqual(after)
        for (const [name, done] of Object.entries(before.exercises)) {
          expect(after.exercises[name]?.passedAt ?? Infinity).toBeLessThanOrEqual(
            done.passedAt ?? Infinity,
          )
        }
      }),
    )
  })

  test('what is read from a file is what was written', () => {
    fc.assert(
      fc.property(progress, (written) => {
        expect(progressSchema.parse(fromText(asText(written)))).toEqual(written)
      }),
    )
  })
})

const core = ['load-balancer', 'hash-ring', 'quorum', 'health-checker', 'autoscaler']

function graded(exercise: string, points = 10): LearnerEvent {
  return { kind: 'graded', exercise, at: 5, points, total: 10 }
}

function passed(exercise: string): LearnerEvent {
  return { kind: 'check', exercise, at: 5, hash: 'mine', kept: 3, of: 3, isPassed: true }
}

function reached(events: readonly LearnerEvent[]): string[] {
  return sumOf(events).milestones.map(({ id }) => id)
}

describe('milestones', () => {
  test('they are reached by tests, and by all points of the graded ones', () => {
    expect(reached([passed('quorum')])).toEqual(['first-checks'])
    expect(reached([graded('quorum', 9)])).toEqual([])
    expect(reached([graded('quorum')])).toEqual(['one-pillar'])
    expect(reached(core.map((name) => passed(name)))).toEqual(['first-checks', 'five-parts'])
    expect(reached(core.map((name) => graded(name)))).toEqual(['all-pillars', 'one-pillar'])
    expect(new Set(reached(exercises.map((entry) => graded(entry.slug))))).toEqual(
      new Set(
        milestones.filter(({ criterion }) => criterion.tests === 'graded').map(({ id }) => id),
      ),
    )
  })

  test('a working version that was put in place reaches none', () => {
    const caught: LearnerEvent = { kind: 'caught-up', exercise: 'quorum', at: 4, hash: 'mine' }
    expect(reached([caught, passed('quorum')])).toEqual([])
  })
})
