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
  const [found] = traces['register-quorums']().findings
  expect(found?.text).toBe('c3 reads 1 after c2 read 2')
  expect(traces['register-write-back']().findings).toEqual([])
})

test('without cuts the repaired server is of no use; with both it is', () => {
  const { events, findings } = traces.retries()
  expect(findings.map(({ node }) => node)).toEqual(['A'])
  const answersOf = (server: string, what: string): number =>
    events.filter(
      (each) =>
        each.kind === 'emit' && each.node === server && each.event === what && each.at > 2000,
    ).length
  expect(answersOf('A', 'useful')).toBe(0)
  expect(answersOf('B', 'useful')).toBeGreaterThan(5 * answersOf('B', 'useless'))
})

test('the slow robot empties the record, unless the record refuses what is older', () => {
  expect(traces['robots-race']().findings.map(({ text }) => text)).toEqual(['the record is empty'])
  expect(traces['robots-fenced']().findings).toEqual([])
})
