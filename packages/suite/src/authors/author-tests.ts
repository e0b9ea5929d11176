import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import type { Exercise, ManifestData } from './exercise.ts'

const SAFETY_SHARE_MAX = 0.6

/**
 * The tests that every exercise has for its author: the manifest, the suite and the folders agree.
 * That the correct solutions keep every promise, and every mutant breaks the one that is named for
 * it, is what the gates of `author check` see.
 */
export function authorTests<Subject>({
  hidden,
  manifest,
  parts,
  alternatives,
  mutantFiles,
}: Exercise<Subject>): void {
  test('the manifest lists the tests of the suite, in their order', () => {
    const names = parts.flatMap(({ title, checks }) =>
      Object.keys(checks).map((name) => `${title} > ${name}`),
    )
    expect(manifest.tests.map(({ id }) => id)).toEqual(names)
  })

  test('all tests together give 100 points', () => {
    expect(sum(manifest.tests)).toBe(100)
  })

  test.each(['core', 'all'])(
    'safety has at most three fifths of the points of %s parts',
    (what) => {
      const stretches = new Set(manifest.parts.filter(({ stretch }) => stretch).map(({ id }) => id))
      const counted = manifest.tests.filter(({ part }) => what === 'all' || !stretches.has(part))
      const safe = counted.filter(({ promise }) => kindOf(promise, manifest) === 'safety')
      expect(sum(safe)).toBeLessThanOrEqual(SAFETY_SHARE_MAX * sum(counted))
    },
  )

  test('the manifest, the table of subjects and the folders agree', () => {
    const listed = manifest.mutants.map(({ file }) => file)
    expect(mutantFiles).toEqual(listed)
    expect(new Set(readdirSync(path.join(hidden, 'mutants')))).toEqual(new Set(listed))
    const others = manifest.alternatives.map(({ file }) => file)
    expect(Object.keys(alternatives)).toEqual(others)
    expect(new Set(readdirSync(path.join(hidden, 'alternatives')))).toEqual(new Set(others))
  })

  test('every hidden program carries its sentinel', () => {
    const programs = readdirSync(hidden, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    )
    const bare = programs.filter((file) => {
      const sentinel = `sentinel-${manifest.slug}-${path.basename(file)}`
      return !readFileSync(path.join(hidden, file), 'utf8').includes(sentinel)
    })
    expect(bare).toEqual([])
  })
}

function kindOf(promise: string, { promises }: ManifestData): string | undefined {
  return promises.find(({ id }) => id === promise)?.kind
}

function sum(tests: readonly { points: number }[]): number {
  return tests.reduce((total, { points }) => total + points, 0)
}
