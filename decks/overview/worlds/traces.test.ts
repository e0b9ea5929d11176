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
    expect(saved, 'Run: npm --prefix decks/overview run measure').toEqual(
      JSON.parse(JSON.stringify(record())),
    )
  })
})

test('the same messages run backwards without the write-back, and not with it', () => {
  expect(traces['register-quorums']().findings).toHaveLength(1)
  expect(traces['register-write-back']().findings).toEqual([])
})
