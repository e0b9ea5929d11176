import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

import { manifest } from '../manifest.ts'
import { play } from './play.ts'
import type { Broken } from './play.ts'

const before = fc.readConfigureGlobal()

// One seed and one effort, so that what a learner reads is the same text on every machine.
beforeAll(() => fc.configureGlobal({ ...before, seed: 417, numRuns: 60 }))
afterAll(() => fc.configureGlobal(before))

// A fresh copy for each test, since a mutant keeps its value beside the factories.
beforeEach(() => void vi.resetModules())

test.each(manifest.mutants)('$file dies at "$promise"', async ({ file, promise }) => {
  const { mutantOf } = await import('../subjects.ts')
  const broken = await play(mutantOf(file))
  expect(broken.map((one) => one.promise)).toContain(promise)
  await expect(storyOf(broken)).toMatchFileSnapshot(`../golden/${file.replace('.ts', '.txt')}`)
})

/** What the learner reads first, and what else is broken. */
function storyOf([first, ...rest]: Broken[]): string {
  if (first === undefined) throw new Error('sentinel-abd-register-mutants.test.ts: it survived')
  const promise = manifest.promises.find(({ id }) => id === first.promise)
  const also = rest.map(({ test: name }) => `also: ${name}\n`)
  return [`${promise?.text}\n`, `at: ${first.test}\n`, `${first.message}\n`, '\n', ...also].join('')
}
