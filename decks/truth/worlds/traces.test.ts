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
    expect(saved, 'Run: npm --prefix decks/truth run measure').toEqual(
      JSON.parse(JSON.stringify(record())),
    )
  })
})

test('Bob reads the old platform after Ann read the new one, and not when she made sure', () => {
  expect(answersIn('board-quorum')).toEqual(['c1 on the board', 'c2 7', 'c3 3'])
  expect(traces['board-quorum']().findings).toHaveLength(1)
  expect(answersIn('board-write-back')).toEqual(['c1 on the board', 'c2 7', 'c3 7'])
  expect(traces['board-write-back']().findings).toEqual([])
})

function answersIn(name: 'board-quorum' | 'board-write-back'): string[] {
  const { events } = traces[name]()
  const clients = events.flatMap((each) => (each.kind === 'invoke' ? [each] : []))
  return events
    .flatMap((each) => {
      if (each.kind !== 'return') return []
      const call = clients.find(({ operation }) => operation === each.operation)
      return [`${call?.client} ${each.text}`]
    })
    .toSorted()
}

test('nobody wins the split vote', () => {
  const { events } = traces['split-vote']()
  const emitted = events.flatMap((each) => (each.kind === 'emit' ? [each.event] : []))
  expect(new Set(emitted)).toEqual(new Set(['asks']))
})

test('the old leader leads on beside the new one, and follows when it hears of it', () => {
  const { events } = traces['stale-leader']()
  const emitted = events.flatMap((each) => (each.kind === 'emit' ? [each] : []))
  const told = emitted.flatMap(({ node, event }) => (event === 'asks' ? [] : [`${node} ${event}`]))
  expect(told).toEqual(['A leads', 'B leads', 'A follows'])
})
