import type { Fault } from '@five-pillars/simulator'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import saved from '../data/budget.json'
import { budget, film, onePress } from './budget.ts'
import type { Rule } from './budget.ts'
import { measureBudget } from './measure-budget.ts'

const THERE_AND_BACK = { Virginia: 2 * film.farMs.Virginia, Sydney: 2 * film.farMs.Sydney }

test('the saved waits are what the world gives today', () => {
  expect(measureBudget(), 'Run: npm --prefix decks/finale run measure').toEqual(saved)
})

test('a viewer waits for the phone, and for the farthest region that must hear', () => {
  const phone = 2 * film.phoneMs
  const { everywhere, majority, nearby } = measureBudget()
  expect(nearby.waitMs).toBe(phone)
  expect(majority.waitMs).toBe(phone + THERE_AND_BACK.Virginia)
  expect(everywhere.waitMs).toBe(phone + THERE_AND_BACK.Sydney)
})

test('a film that begins nearby waits for no distance, one that begins everywhere for the longest', () => {
  const distance = fc.integer({ min: 0, max: 100 })
  fc.assert(
    fc.property(distance, distance, (virginia, sydney) => {
      const plan = [slower('Virginia', virginia), slower('Sydney', sydney)]
      const farthest = 2 * (film.phoneMs + Math.max(virginia, sydney))
      expect(waitOf('nearby', plan)).toBe(2 * film.phoneMs)
      expect(waitOf('everywhere', plan)).toBe(2 * film.phoneMs + farthest)
    }),
  )
})

function slower(node: string, extraMs: number): Fault {
  return { kind: 'slow', at: 0, for: film.runMs, node, extraMs }
}

function waitOf(rule: Rule, plan: readonly Fault[]): number {
  const [play] = budget(rule).run({ ...onePress, plan }).history
  return (play?.returnedAt ?? Infinity) - (play?.invokedAt ?? 0)
}

test('whatever the film waits for, the news reaches Sydney at the same moment', () => {
  const { everywhere, majority, nearby } = measureBudget()
  expect([majority.knownMs, nearby.knownMs]).toEqual([everywhere.knownMs, everywhere.knownMs])
})

describe.each(['everywhere', 'majority', 'nearby'] as const)('the rule %s', (rule) => {
  test('breaks nothing, and all three regions know the position in the end', () => {
    const { findings, emitted } = budget(rule).run(onePress)
    expect(findings).toEqual([])
    const known = emitted.filter(({ event }) => event === 'knows').map(({ node }) => node)
    expect(known.toSorted()).toEqual([...film.regions].toSorted())
  })
})
