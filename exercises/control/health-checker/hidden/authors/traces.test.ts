import path from 'node:path'

import { traceTests } from '@five-pillars/suite/authors'
import { expect, test } from 'vitest'

import { traces } from './traces.ts'

traceTests(path.join(import.meta.dirname, '..', '..', 'traces'), traces)

test('the reference finds nothing, one bad answer is too few, and without a timeout nobody is down', async () => {
  expect(await found('fleet-reference')).toEqual([])
  expect(await found('fleet-one-bad-answer')).toMatchObject([expect.stringContaining('B was down')])
  expect(await found('fleet-no-timeout'), 'sentinel-health-checker-traces.test.ts').toMatchObject([
    expect.stringContaining('A hung'),
  ])
})

async function found(name: keyof typeof traces): Promise<string[]> {
  return (await traces[name]()).findings.map(({ text }) => text)
}
