import { createRng } from '@five-pillars/simulator'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

import type { Exercise } from './exercise.ts'
import { play } from './play.ts'

/** Any fixed number will do: a mutant dies on every machine, or on none. */
const SEED = 417
const RUNS = 100

/**
 * A mutant dies at the promise that is named for it. That is seen quickly here: its other promises,
 * the words of the failure and its smallest case are looked at by the gates of `author check`.
 */
export function mutantTests<Subject>(exercise: Exercise<Subject>): void {
  const { random } = Math
  const before = fc.readConfigureGlobal()

  describe('mutants', () => {
    beforeAll(() =>
      fc.configureGlobal({ ...before, seed: SEED, numRuns: RUNS, endOnFailure: true }),
    )
    afterAll(() => {
      fc.configureGlobal(before)
      Math.random = random
    })

    // A fresh copy for each test, since a mutant may keep something beside its factories, and dice
    // that repeat themselves, since another brings its own.
    beforeEach(() => {
      vi.resetModules()
      const dice = createRng(SEED)
      Math.random = () => dice.next()
    })

    test.each(exercise.manifest.mutants)('$file dies at "$promise"', async ({ file, promise }) => {
      const mutant = await exercise.loadMutant(file)
      const alone = await play(exercise, mutant, promise)
      // Some keep to a promise until others were asked for.
      const broken = alone.length > 0 ? alone : await play(exercise, mutant)
      expect(broken.map((one) => one.promise)).toContain(promise)
    })
  })
}
