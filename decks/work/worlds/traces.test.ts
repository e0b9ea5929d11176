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
    expect(saved, 'Run: npm --prefix decks/work run measure').toEqual(
      JSON.parse(JSON.stringify(record())),
    )
  })
})

test('retries alone end in nothing but retries; with a budget and dropping the answers come', () => {
  expect(answersAfter('retry-storm-backoff', 2000)).toBe(0)
  expect(answersAfter('retry-storm-budget-drop', 2000)).toBeGreaterThan(15)
})

function answersAfter(name: keyof typeof traces, ms: number): number {
  const { events } = traces[name]()
  return events.filter((each) => each.kind === 'emit' && each.event === 'in time' && each.at > ms)
    .length
}
