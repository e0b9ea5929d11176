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

test('what breaks is told on the stage, and what is mended breaks nothing', () => {
  const broken = Object.entries(traces).map(([name, record]) => [
    name,
    record().findings.map(({ node, text }) => `${node}: ${text}`),
  ])
  expect(Object.fromEntries(broken)).toEqual({
    'slow-server-round-robin': ['E: 16 wait at E, nobody at D'],
    'slow-server-least-connections': [],
    'slow-server-two-choices': [],
    'retry-storm-backoff': ['server: of its last 20 answers 0 were useful'],
    'retry-storm-cuts': ['A: of its last 20 answers 0 were useful'],
  })
})

test('one server of five drowns when they take turns, and none when the balancer looks at two', () => {
  expect(longestQueues('slow-server-round-robin')).toEqual([2, 3, 2, 2, 22])
  expect(Math.max(...longestQueues('slow-server-two-choices'))).toBeLessThan(5)
  expect(Math.max(...longestQueues('slow-server-least-connections'))).toBeLessThan(5)
})

test('after the outage retries alone end in nothing useful, and dropping alone in hardly anything', () => {
  expect(answersAfter(2000, 'retry-storm-backoff', 'server')).toEqual({ useful: 0, useless: 40 })
  const [dropping, both] = ['A', 'B'].map((server) =>
    answersAfter(2000, 'retry-storm-cuts', server),
  )
  expect(dropping?.useful).toBeLessThan(6)
  expect(both?.useful).toBeGreaterThan(20)
  expect(both?.useless).toBeLessThan(4)
})

function longestQueues(name: keyof typeof traces): number[] {
  const longest: Record<string, number> = {}
  for (const event of traces[name]().events) {
    if (event.kind !== 'emit' || event.event !== 'queue') continue
    longest[event.node] = Math.max(longest[event.node] ?? 0, Number(event.data))
  }
  return Object.keys(longest)
    .toSorted()
    .map((server) => longest[server] ?? 0)
}

function answersAfter(
  ms: number,
  name: keyof typeof traces,
  server: string,
): Record<'useful' | 'useless', number> {
  const { events } = traces[name]()
  const count = (what: string): number =>
    events.filter(
      (each) => each.kind === 'emit' && each.node === server && each.event === what && each.at > ms,
    ).length
  return { useful: count('useful'), useless: count('useless') }
}
