import path from 'node:path'

import { traceTests } from '@five-pillars/suite/authors'
import { expect, test } from 'vitest'

import { traces } from './traces.ts'

traceTests(path.join(import.meta.dirname, '..', '..', 'traces'), traces)

test('who keeps the word waits and commits, and who aborts alone is found', async () => {
  const kept = await traces['away-reference']()
  expect(kept.findings, 'sentinel-commit-and-saga-traces.test.ts').toEqual([])
  const ends = kept.events.filter((event) => event.kind === 'emit' && event.event === 'commits')
  expect(ends.map(({ at }) => at > 1200)).toEqual([true, true])
  const alone = await traces['away-aborts-alone']()
  expect(alone.findings.map(({ text }) => text)).toEqual([
    expect.stringContaining('aborts t1, and nobody has told it to'),
  ])
  expect((await traces['saga-back']()).findings).toEqual([])
})
