import path from 'node:path'

import { expect, test } from 'vitest'

import { loadManifest, manifestSchema } from './manifest.ts'

const fixtures = path.resolve(import.meta.dirname, '../fixtures')

async function issuesAfter(change: (manifest: Awaited<ReturnType<typeof loadManifest>>) => void) {
  const manifest = structuredClone(await loadManifest(path.join(fixtures, 'tally')))
  change(manifest)
  return manifestSchema.safeParse(manifest).error?.issues.map((issue) => issue.message) ?? []
}

test('a manifest that keeps the rules is read', async () => {
  expect(await issuesAfter(() => {})).toEqual([])
})

test('safety promises carry at most 60 % of the points', async () => {
  const issues = await issuesAfter(({ tests }) => {
    for (const each of tests) if (each.promise === 'counts') each.points = 100
  })
  expect(issues).toEqual(['safety promises carry 102 of 108 points, more than 60 %'])
})

test('every name must lead somewhere, and every promise be tested', async () => {
  const issues = await issuesAfter((manifest) => {
    for (const each of manifest.tests) if (each.promise === 'top') each.promise = 'tpo'
    for (const each of manifest.mutants) each.promise = 'nothing'
  })
  expect(issues).toEqual([
    'test "most frequent > the word that came most often wins" names the unknown promise "tpo"',
    'mutant "capped.ts" names the unknown promise "nothing"',
    'mutant "last-word.ts" names the unknown promise "nothing"',
    'promise "top" has no test',
  ])
})

test('a folder without a manifest is said to have no hidden suite', async () => {
  await expect(loadManifest(fixtures)).rejects.toThrow('The exercise has no hidden suite here')
})
