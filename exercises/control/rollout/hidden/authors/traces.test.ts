import path from 'node:path'

import { traceTests } from '@five-pillars/suite/authors'
import { expect, test } from 'vitest'

import { traces } from './traces.ts'

traceTests(path.join(import.meta.dirname, '..', '..', 'traces'), traces)

test('the reference finds nothing, and without a verdict a bad version goes on', async () => {
  expect(await found('shop-reference')).toEqual([])
  expect(await found('shop-no-verdict'), 'sentinel-rollout-traces.test.ts').toMatchObject([
    expect.stringContaining('2 hosts had run v2'),
  ])
})

async function found(name: keyof typeof traces): Promise<string[]> {
  return (await traces[name]()).findings.map(({ text }) => text)
}
