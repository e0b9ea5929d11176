import path from 'node:path'

import { traceTests } from '@five-pillars/suite/authors'
import { expect, test } from 'vitest'

import { traces } from './traces.ts'

traceTests(path.join(import.meta.dirname, '..', '..', 'traces'), traces)

test('two of three keep what one of three loses', async () => {
  expect(await found('shop-reference')).toEqual([])
  expect(await found('shop-one-of-three'), 'sentinel-game-day-traces.test.ts').toEqual([
    expect.stringContaining('a line is not there any more'),
  ])
})

async function found(name: keyof typeof traces): Promise<string[]> {
  return (await traces[name]()).findings.map(({ text }) => text)
}
