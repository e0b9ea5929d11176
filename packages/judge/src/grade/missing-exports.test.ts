import { expect, test } from 'vitest'

import { missingExports } from './missing-exports.ts'

const part = { id: 'day', title: 'Day', exports: ['tuning'], stretch: false }

function missingOf(values?: string[]): string[] {
  const parts = [{ ...part, ...(values === undefined ? {} : { values }) }]
  const manifest = {
    slug: 'day',
    version: 1,
    parts,
    promises: [],
    tests: [],
    mutants: [],
    alternatives: [],
  }
  return [...missingExports(manifest, { tuning: 'object' }, 'src/day.ts').parts.values()]
}

test('an export is a function', () => {
  expect(missingOf()).toEqual(['tuning is exported, but it is not a function: object.'])
})

test('unless the manifest calls it a value', () => {
  expect(missingOf(['tuning'])).toEqual([])
})
