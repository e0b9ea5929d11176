import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { manifest } from '../manifest.ts'
import { alternatives, mutantFiles } from '../subjects.ts'
import { parts } from '../suite/checks.ts'

const hidden = path.join(import.meta.dirname, '..')

test('the manifest lists the tests of the suite, in their order', () => {
  const names = parts.flatMap(({ title, checks }) =>
    Object.keys(checks).map((name) => `${title} > ${name}`),
  )
  expect(manifest.tests.map(({ id }) => id)).toEqual(names)
})

test.each(['core', 'all'])('safety has at most 60 % of the points of %s parts', (what) => {
  const counted = manifest.tests.filter(
    ({ part }) =>
      what !== 'core' || !manifest.parts.some(({ id, stretch }) => id === part && stretch),
  )
  const safe = counted.filter(({ promise }) =>
    manifest.promises.some(({ id, kind }) => id === promise && kind === 'safety'),
  )
  expect(sum(safe)).toBeLessThanOrEqual(0.6 * sum(counted))
})

test('the manifest, the table of subjects and the folders agree', () => {
  const listed = manifest.mutants.map(({ file }) => file)
  expect(mutantFiles).toEqual(listed)
  expect(new Set(readdirSync(path.join(hidden, 'mutants')))).toEqual(new Set(listed))
  const others = manifest.alternatives.map(({ file }) => file)
  expect(Object.keys(alternatives)).toEqual(others)
  expect(new Set(readdirSync(path.join(hidden, 'alternatives')))).toEqual(new Set<string>(others))
})

test('every hidden program carries its sentinel', () => {
  const programs = readdirSync(hidden, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  const bare = programs.filter((file) => {
    const sentinel = `sentinel-abd-register-${path.basename(file)}`
    return !readFileSync(path.join(hidden, file), 'utf8').includes(sentinel)
  })
  expect(bare, 'sentinel-abd-register-manifest.test.ts').toEqual([])
})

function sum(tests: readonly { points: number }[]): number {
  return tests.reduce((total, { points }) => total + points, 0)
}
