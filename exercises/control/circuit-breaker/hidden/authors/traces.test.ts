import path from 'node:path'

import { traceTests } from '@five-pillars/suite/authors'
import { expect, test } from 'vitest'

import { traces } from './traces.ts'

traceTests(path.join(import.meta.dirname, '..', '..', 'traces'), traces)

test('the reference finds nothing, a crowd is one too many, and who never stops asking is never back', async () => {
  expect(await found('breaker-reference')).toEqual([])
  expect(await found('breaker-crowd')).toMatchObject([expect.stringContaining('sent request 2')])
  expect(
    await found('breaker-never-back'),
    'sentinel-circuit-breaker-traces.test.ts',
  ).toMatchObject([expect.stringContaining('was not closed')])
})

async function found(name: keyof typeof traces): Promise<string[]> {
  return (await traces[name]()).findings.map(({ text }) => text)
}
