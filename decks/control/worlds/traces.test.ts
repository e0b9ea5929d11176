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
    expect(saved, 'Run: npm --prefix decks/control run measure').toEqual(
      JSON.parse(JSON.stringify(record())),
    )
  })
})

test.each([
  ['deep-check', ['order 14 is refused']],
  ['six-copies', []],
  ['rolled-back', ['s8 sends one too many']],
  ['waves', ['s8 sends one too many']],
] as const)('%s breaks what its slide asks about', (name, texts) => {
  expect(traces[name]().findings.map(({ text }) => text)).toEqual(texts)
})
