import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { assertTrace } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import { traces } from './traces.ts'

const DATA = path.join(import.meta.dirname, '..', 'data')
const LARGEST_BYTES = 150_000

describe.each(Object.entries(traces))('data/%s.trace.json', (name, record) => {
  test('is the run of today, and small enough for a slide', async () => {
    const text = await readFile(path.join(DATA, `${name}.trace.json`), 'utf8')
    expect(text.length).toBeLessThanOrEqual(LARGEST_BYTES)
    const saved: unknown = JSON.parse(text)
    expect(() => assertTrace(saved)).not.toThrow()
    expect(saved, 'Run: npm --prefix decks/intelligence run measure').toEqual(
      JSON.parse(JSON.stringify(record())),
    )
  })
})

test.each([
  ['forgets-its-orders', '35 replicas for the work of 8'],
  ['nothing-read-as-zero', '2 replicas for the work of 8'],
  ['one-broken-sensor', '14 replicas for the work of 5'],
] as const)('in %s there are %s, as its slide asks', (name, text) => {
  expect(traces[name]().findings.map((each) => each.text)).toEqual([text])
})

test('a day well scaled breaks nothing', () => {
  expect(traces['a-day-well-scaled']().findings).toEqual([])
})
