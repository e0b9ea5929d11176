import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { assertTrace } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import { traces } from './traces.ts'

const FOLDER = path.join(import.meta.dirname, '..', '..', 'traces')
const LARGEST_BYTES = 150_000

describe.each(Object.entries(traces))('traces/%s.trace.json', (name, record) => {
  test('is the run of today, and small enough for a slide', async () => {
    const text = await readFile(path.join(FOLDER, `${name}.trace.json`), 'utf8')
    expect(text.length).toBeLessThanOrEqual(LARGEST_BYTES)
    const saved: unknown = JSON.parse(text)
    expect(() => assertTrace(saved)).not.toThrow()
    expect(saved, 'Run: node hidden/authors/record-traces.ts').toEqual(
      JSON.parse(JSON.stringify(record())),
    )
  })
})

test('the users are the same, and the slow backend drowns where its load is not looked at', () => {
  const [calm, drowned] = [longestQueue('least-connections'), longestQueue('total-served')]
  expect(asked('total-served')).toEqual(asked('least-connections'))
  expect(drowned, 'sentinel-load-balancer-traces.test.ts').toBeGreaterThan(2 * calm)
})

/** When each request was sent. */
function asked(name: keyof typeof traces): number[] {
  const { events } = traces[name]()
  return events.flatMap((each) => (each.kind === 'send' && each.from === 'c1' ? [each.at] : []))
}

/** The most that the slow backend had at once. */
function longestQueue(name: keyof typeof traces): number {
  const { events } = traces[name]()
  const queues = events.flatMap((each) => {
    return each.kind === 'emit' && each.node === 'E' && each.event === 'queue'
      ? [Number(each.data)]
      : []
  })
  return Math.max(...queues)
}
