import { describe, expect, test } from 'vitest'

import saved from '../data/slow-server.json'
import { numbersOf } from './emissions.ts'
import { measureSlowServer } from './measure-slow-server.ts'
import { serversOf, shop, slowServer } from './slow-server.ts'

const SECOND = { ...shop, openMs: 1000, users: 3 }

const ids = ['roundRobin', 'leastConnections', 'twoChoices'] as const

describe.each(ids)('a shop with %s', (id) => {
  const report = slowServer(id, SECOND).run({ seed: 7, full: true })

  test('answers every request, and none sooner than the way there and back takes', () => {
    expect(report.findings).toEqual([])
    const asked = report.trace?.events.filter(
      (event) => event.kind === 'send' && event.to === 'balancer' && event.from.startsWith('c'),
    )
    const waitsMs = numbersOf(report.emitted, 'answered')
    expect(waitsMs).toHaveLength(asked?.length ?? -1)
    expect(waitsMs.length).toBeGreaterThan(400)
    expect(Math.min(...waitsMs)).toBeGreaterThanOrEqual(4 * shop.hopMs + shop.meanServiceMs / 2)
  })

  test('is empty in the end', () => {
    for (const server of serversOf(SECOND)) {
      const lengths = report.emitted.filter(({ node }) => node === server)
      expect(numbersOf(lengths, 'queue').at(-1)).toBe(0)
    }
  })

  test('is the same for the same seed and another for another', () => {
    expect(slowServer(id, SECOND).run({ seed: 7 }).hash).toBe(report.hash)
    expect(slowServer(id, SECOND).run({ seed: 8 }).hash).not.toBe(report.hash)
  })
})

test('every way of choosing meets the same users', () => {
  const [first, ...others] = ids.map((id) => {
    const { trace } = slowServer(id, SECOND).run({ seed: 1, full: true })
    return trace?.events.filter(({ kind }) => kind === 'timer').length
  })
  expect(others).toEqual([first, first])
})

test('the saved measurement is what the shop gives today', { timeout: 60_000 }, () => {
  expect(measureSlowServer(), 'Run: npm --prefix decks/work run measure').toEqual(saved)
})

test('round robin drowns the slow server, and no other', () => {
  const last = saved.roundRobin.moments.at(-1)?.inside ?? []
  expect(last.at(-1)).toBeGreaterThan(2000)
  expect(Math.max(...last.slice(0, -1))).toBeLessThan(20)
})
