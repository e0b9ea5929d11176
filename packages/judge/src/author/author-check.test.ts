import path from 'node:path'

import { expect, test } from 'vitest'

import { formatGates } from '../format/format-gates.ts'
import { authorCheck } from './author-check.ts'

const exerciseDir = path.resolve(import.meta.dirname, '../../fixtures/tally')

test('an exercise that is in order passes all gates', { timeout: 120_000 }, async () => {
  const seen: number[] = []
  const report = await authorCheck({
    exerciseDir,
    seeds: 50,
    onProgress: ({ done }) => void seen.push(done),
  })
  expect(formatGates(report, { columns: 80, color: false })).toMatch(/^✓ tally {2}all 13 gates/)
  expect(seen).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
  expect(report.matrix).toMatchInlineSnapshot(`
    "| mutant                                   | counts | apart | lists | tells | top | visible suite |
    | ---------------------------------------- | ------ | ----- | ----- | ----- | --- | ------------- |
    | a count stops at three                   | ●      |       |       |       |     | passes        |
    | a word that comes again moves to the end |        |       | ●     |       |     | passes        |"
  `)
})
