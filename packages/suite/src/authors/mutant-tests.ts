import path from 'node:path'

import { createRng } from '@five-pillars/simulator'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

import type { Exercise, ManifestData } from './exercise.ts'
import { play } from './play.ts'
import type { Broken } from './play.ts'

/** Any fixed number will do: the golden texts were written with it. */
const GOLDEN_SEED = 417
const GOLDEN_RUNS = 100

export function mutantTests<Subject>(exercise: Exercise<Subject>): void {
  const { manifest, hidden, goldenRuns = GOLDEN_RUNS } = exercise
  const { random } = Math
  const before = fc.readConfigureGlobal()

  describe('mutants', () => {
    // One seed and one effort, so that what a learner reads is the same text on every machine.
    beforeAll(() => fc.configureGlobal({ ...before, seed: GOLDEN_SEED, numRuns: goldenRuns }))
    afterAll(() => {
      fc.configureGlobal(before)
      Math.random = random
    })

    // A fresh copy for each test, since a mutant may keep something beside its factories, and dice
    // that repeat themselves, since another brings its own.
    beforeEach(() => {
      vi.resetModules()
      const dice = createRng(GOLDEN_SEED)
      Math.random = () => dice.next()
    })

    test.each(manifest.mutants)('$file dies at "$promise"', async ({ file, promise }) => {
      const broken = await play(exercise, await exercise.loadMutant(file))
      expect(broken.map((one) => one.promise)).toContain(promise)
      await expect(storyOf(broken, manifest)).toMatchFileSnapshot(
        path.join(hidden, 'golden', file.replace('.ts', '.txt')),
      )
    })
  })
}

/** What the learner reads first, and what else is broken. */
function storyOf([first, ...rest]: Broken[], { promises }: ManifestData): string {
  if (first === undefined) throw new Error('The mutant survived')
  const promise = promises.find(({ id }) => id === first.promise)
  const also = rest.map(({ test: name }) => `also: ${name}\n`)
  return [`${promise?.text}\n`, `at: ${first.test}\n`, `${first.message}\n`, '\n', ...also].join('')
}
