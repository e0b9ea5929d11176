import path from 'node:path'

import { traceTests } from '@five-pillars/suite/authors'
import { expect, test } from 'vitest'

import { traces } from './traces.ts'

traceTests(path.join(import.meta.dirname, '..', '..', 'traces'), traces)

test('the reference finds nothing, two of one shop are one page, and who restarts is never done', async () => {
  expect(await found('night-reference')).toEqual([])
  expect(await found('night-page-per-source')).toMatchObject([
    expect.stringContaining('shop was paged again'),
  ])
  expect(
    await found('night-timer-restarts'),
    'sentinel-anomaly-detector-traces.test.ts',
  ).toMatchObject([expect.stringContaining('shop was not paged')])
})

async function found(name: keyof typeof traces): Promise<string[]> {
  return (await traces[name]()).findings.map(({ text }) => text)
}
