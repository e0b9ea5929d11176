import path from 'node:path'

import { traceTests } from '@five-pillars/suite/authors'
import { expect, test } from 'vitest'

import { traces } from './traces.ts'

traceTests(path.join(import.meta.dirname, '..', '..', 'traces'), traces)

test('the reference finds nothing, and without a condition an old plan comes back', async () => {
  expect(await found('record-reference')).toEqual([])
  expect(await found('record-unconditional'), 'sentinel-self-healer-traces.test.ts').toMatchObject([
    expect.stringContaining('back to'),
  ])
})

async function found(name: keyof typeof traces): Promise<string[]> {
  return (await traces[name]()).findings.map(({ text }) => text)
}
