import { decodeReview, questionsOf, reviewVerdict, scoreReview } from '@five-pillars/content'
import type { ReviewLength } from '@five-pillars/content'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { reviewDialog } from './review-dialog.ts'

const screen = { columns: 80, color: false }
const lengths = fc.constantFrom<ReviewLength>('short', 'whole')
const deed = fc.record({
  /** 0 to 2 answer, 3 goes back. */
  press: fc.nat(3),
  takesMs: fc.nat(60_000),
})

describe('the review at a terminal', () => {
  test('whatever is pressed and however long it takes, answers alone make the result', () => {
    fc.assert(
      fc.property(lengths, fc.boolean(), fc.array(deed), (length, hasClock, deeds) => {
        const dialog = reviewDialog({ length, startMs: hasClock ? 0 : null })
        let state = dialog.start
        let nowMs = 0
        for (const { press, takesMs } of deeds) {
          nowMs += takesMs
          const { choices } = dialog.page(state, screen, nowMs)
          if (press === 3) state = dialog.move(state, 'back', nowMs)
          else if (press < choices.length) state = dialog.choose(state, press, nowMs)
        }
        const said = dialog.lastWords(state, screen)
        const isOver = state.at >= questionsOf(length).length
        const { answers } = state
        const verdict = reviewVerdict(scoreReview(length, answers)).slice(0, 20)
        expect(said.startsWith(verdict)).toBe(isOver)
        const token = /--from (\S+)/.exec(said)?.[1]
        expect(token === undefined ? {} : decodeReview(token).answers).toEqual(answers)
      }),
    )
  })

  test('counts down, and when the time is up asks and throws nothing away', () => {
    const dialog = reviewDialog({ length: 'short', startMs: 1000 })
    const first = dialog.choose(dialog.start, 0, 2000)
    expect(dialog.page(first, screen, 2500).place).toBe('Work · 2 of 15 · 4:59 left')
    expect(dialog.page(first, screen, 301_000)).toMatchObject({ title: 'The time is up' })
    const result = dialog.choose(first, 0, 301_000)
    expect(dialog.lastWords(result, screen)).toContain('1 of 15 questions answered well.')
    const goesOn = dialog.choose(first, 1, 301_000)
    expect(dialog.page(goesOn, screen, 999_000).place).toBe('Work · 2 of 15')
    expect(goesOn.answers).toEqual(first.answers)
  })

  test('begins anew with the whole time', () => {
    const dialog = reviewDialog({ length: 'whole', startMs: 0 })
    const late = dialog.choose(dialog.start, 2, 100_000)
    const anew = dialog.move(late, 'restart', 100_000)
    expect(anew.answers).toEqual({})
    expect(dialog.page(anew, screen, 100_000).place).toContain('10:20 left')
  })
})
