import { figure } from '@five-pillars/content'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import saved from '../data/register.json'
import { brokenSeeds, settings } from './measure-register.ts'
import { board, register } from './register.ts'

const overlapping = fc.constantFrom(settings.majority, settings.five, settings.writeBack)
const SAMPLE = 60

describe('the board', () => {
  test('never runs backwards when readers write back what they saw', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(register(settings.writeBack).run({ seed }).findings).toEqual([])
      }),
    )
  })

  test('shows every change that has finished, with or without a write-back', () => {
    fc.assert(
      fc.property(fc.nat(), overlapping, (seed, quorums) => {
        const { history } = register(quorums).run({ seed })
        const writes = history.filter(({ client }) => client === 'c1')
        for (const { client, outcome, output, invokedAt } of history) {
          if (client === 'c1' || outcome !== 'ok') continue
          const finished = writes.filter(
            ({ outcome: end, returnedAt }) => end === 'ok' && (returnedAt ?? Infinity) < invokedAt,
          )
          expect(Number(output)).toBeGreaterThanOrEqual(board.firstPlatform + finished.length)
        }
      }),
      { numRuns: 50 },
    )
  })
})

test('the saved runs are those that break today', () => {
  const broken = brokenSeeds('majority', SAMPLE)
  expect(broken, 'Run: npm --prefix decks/truth run measure').toEqual(
    saved.seeds.filter((seed) => seed <= SAMPLE),
  )
  expect(saved.seeds).toHaveLength(saved.broken.majority)
})

test('the first run, which the slide calls the demo, is fine', () => {
  expect(saved.seeds).not.toContain(1)
})

test('the overview tells the same number of the same board', () => {
  expect(figure('board-backwards-two-of-three').value).toBe(figure('quorum-violations').value)
})
