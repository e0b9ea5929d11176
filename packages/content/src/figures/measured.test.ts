import { describe, expect, test } from 'vitest'

import { figures } from '../figures.ts'
import { measuredBy } from '../measured-by.ts'
import control from './measured/control.json' with { type: 'json' }
import intelligence from './measured/intelligence.json' with { type: 'json' }
import finale from './measured/finale.json' with { type: 'json' }
import overview from './measured/overview.json' with { type: 'json' }
import state from './measured/state.json' with { type: 'json' }
import truth from './measured/truth.json' with { type: 'json' }
import work from './measured/work.json' with { type: 'json' }
import { about, rounded } from './printed.ts'

const decks = { overview, work, state, truth, control, intelligence, finale }
const measured = figures.filter(({ verdict }) => verdict === 'measured')

test('every measured figure is measured by a deck', () => {
  const commands = new Set(Object.keys(decks).map(measuredBy))
  const others = measured.filter((each) => !commands.has(each.measuredBy ?? ''))
  expect(others.map(({ id }) => id)).toEqual([])
})

test.each(Object.entries(decks))('the amounts of %s are those of its figures', (deck, amounts) => {
  const own = measured.filter((each) => each.measuredBy === measuredBy(deck))
  expect(Object.keys(amounts).toSorted()).toEqual(own.map(({ id }) => id).toSorted())
})

describe('an amount is printed', () => {
  test('rounded to the digits that are asked for', () => {
    expect([rounded(105.6), rounded(1.74, 1), rounded(0)]).toEqual(['106', '1.7', '0'])
  })

  test('as about so much, where the last digit says nothing', () => {
    expect(about(10.8)).toBe('≈ 11')
  })
})
