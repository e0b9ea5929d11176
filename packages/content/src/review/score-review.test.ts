import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  decodeReview,
  encodeReview,
  pillars,
  questionsOf,
  reviewMarkdown,
  reviewSeconds,
  ReviewTokenError,
  reviewVerdict,
  scoreReview,
  shown,
} from '../index.ts'
import type { PillarId, ReviewAnswer, ReviewAnswers, ReviewLength, ReviewResult } from '../index.ts'

const lengths = fc.constantFrom<ReviewLength>('short', 'whole')
const answer = fc.constantFrom<ReviewAnswer | undefined>('known', 'partly', 'unknown', undefined)

/** A review with any answers, some of them missing. */
const review = lengths.chain((length) => {
  const ids = questionsOf(length).map(({ id }) => id)
  return fc.tuple(...ids.map(() => answer)).map((given) => ({
    length,
    answers: Object.fromEntries(
      ids.flatMap((id, index) => {
        const each = given[index]
        return each === undefined ? [] : [[id, each] as const]
      }),
    ),
  }))
})

function all(length: ReviewLength, given: ReviewAnswer): ReviewAnswers {
  return Object.fromEntries(questionsOf(length).map(({ id }) => [id, given]))
}

/** Everything is known but these pillars, of which nothing is. */
function openIn(...open: PillarId[]): ReviewAnswers {
  return Object.fromEntries(
    questionsOf('short').map(({ id, pillar }) => [
      id,
      open.includes(pillar) ? 'unknown' : ('known' as const),
    ]),
  )
}

describe('the review', () => {
  test('takes five minutes, with three questions of each pillar', () => {
    expect(reviewSeconds('short')).toBe(5 * 60)
    for (const { id } of pillars) {
      expect(questionsOf('short').filter(({ pillar }) => pillar === id)).toHaveLength(3)
    }
  })

  test('orders all five pillars, whatever is answered', () => {
    fc.assert(
      fc.property(review, ({ length, answers }) => {
        const { order } = scoreReview(length, answers)
        expect(order.map(({ pillar }) => pillar).toSorted()).toEqual(
          pillars.map(({ id }) => id).toSorted(),
        )
      }),
    )
  })

  test('names each question that is not known, and no other', () => {
    fc.assert(
      fc.property(review, ({ length, answers }) => {
        const { open, known, of } = scoreReview(length, answers)
        const wanted = questionsOf(length).filter(({ id }) => answers[id] !== 'known')
        expect(open.map(({ question }) => question.id).toSorted()).toEqual(
          wanted.map(({ id }) => id).toSorted(),
        )
        expect(known + open.length).toBe(of)
      }),
    )
  })

  test('begins with the largest open share, but never with automation while control is open', () => {
    fc.assert(
      fc.property(review, ({ length, answers }) => {
        const { order, start } = scoreReview(length, answers)
        const share = order.map(({ lack, of }) => lack / of)
        const place = (id: PillarId): number => order.findIndex(({ pillar }) => pillar === id)
        const isControlOpen = (order[place('control')]?.lack ?? 0) > 0
        expect(!isControlOpen || place('control') < place('intelligence')).toBe(true)
        const others = isControlOpen ? share.toSpliced(place('intelligence'), 1) : share
        expect(others).toEqual(others.toSorted((one, other) => other - one))
        expect(start === null).toBe(order.every(({ lack }) => lack === 0))
      }),
    )
  })

  test('a better answer leaves less open in its pillar, and all others as they are', () => {
    fc.assert(
      fc.property(review, fc.nat(), ({ length, answers }, pick) => {
        const questions = questionsOf(length)
        const { id = '', pillar } = questions[pick % questions.length] ?? {}
        const before = scoreReview(length, answers)
        const after = scoreReview(length, { ...answers, [id]: 'known' })
        for (const each of pillars) {
          const less = lackOf(before, each.id) - lackOf(after, each.id)
          expect(each.id === pillar ? less >= 0 : less === 0).toBe(true)
        }
      }),
    )
  })
})

describe('what a review says', () => {
  test('with nothing open there is nothing to begin with', () => {
    const result = scoreReview('whole', all('whole', 'known'))
    expect(result).toMatchObject({ start: null, open: [], known: result.of })
    expect(reviewVerdict(result)).toContain('Nothing is open')
  })

  test('nobody who came to nothing is told that something is known', () => {
    expect(scoreReview('short', {})).toMatchObject({ known: 0, start: 'state' })
    expect(scoreReview('short', {}).open.every(({ isSkipped }) => isSkipped)).toBe(true)
  })

  test('names that every object has are no answers', () => {
    const answers: ReviewAnswers = Object.create({ 'work-choice': 'known' })
    expect(scoreReview('short', answers).known).toBe(0)
  })

  test('each place in the order says why', () => {
    const reasons = scoreReview('short', openIn('intelligence', 'control', 'work')).order.map(
      ({ pillar, reason }) => `${pillar}: ${reason}`,
    )
    expect(reasons).toMatchInlineSnapshot(`
      [
        "control: 6 of 6 points are open, the same share as elsewhere, but without seeing and stopping, every other change is a gamble.",
        "work: 6 of 6 points are open, the same share as in Control, which comes first: without seeing and stopping, every other change is a gamble.",
        "intelligence: 6 of 6 points are open, the same share as in Work, which comes first: overload turns users away today.",
        "state: Nothing is open here.",
        "truth: Nothing is open here.",
      ]
    `)
    const [first, , third] = scoreReview('short', {
      ...openIn('intelligence'),
      'control-health': 'partly',
      'work-choice': 'unknown',
    }).order
    expect([first?.reason, third?.reason]).toMatchInlineSnapshot(`
      [
        "2 of 6 points are open, the largest share but for Intelligence, which comes after Control.",
        "6 of 6 points are open, and it comes after Control all the same: hand over only what you can see and stop.",
      ]
    `)
  })
})

function lackOf({ order }: ReviewResult, id: PillarId): number {
  return order.find(({ pillar }) => pillar === id)?.lack ?? 0
}

describe('the word for a review', () => {
  test('brings the same answers back, however it is written', () => {
    fc.assert(
      fc.property(review, (given) => {
        expect(decodeReview(` ${encodeReview(given).toUpperCase()}\n`)).toEqual(given)
      }),
    )
  })

  test('fits a link as it is', () => {
    fc.assert(
      fc.property(review, (given) => {
        const token = encodeReview(given)
        expect(encodeURIComponent(token)).toBe(token)
        expect(token.length).toBeLessThan(48)
      }),
    )
  })

  test('anything else is refused with a way out, and never read as another review', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeReview(text)).toThrow(ReviewTokenError)
      }),
    )
  })

  test.each([
    ['one letter too few', (token: string) => token.slice(0, -1), 'does not hold 15 answers'],
    ['a letter of nothing', (token: string) => token.replace(/.$/, 'x'), 'does not hold 15'],
    ['other questions', (token: string) => token.replace(/-..../, '-0000'), 'to other questions'],
    ['another length', (token: string) => token.replace('s', 'w'), 'to other questions'],
  ])('%s is told', (_, spoil, message) => {
    const token = encodeReview({ length: 'short', answers: {} })
    expect(() => decodeReview(spoil(token))).toThrow(message)
  })
})

test('the Markdown of a review names every open point with its risk and where it was seen', () => {
  fc.assert(
    fc.property(review, (given) => {
      const result = scoreReview(given.length, given.answers)
      const token = encodeReview(given)
      const text = reviewMarkdown(result, { date: '2026-11-27', token })
      expect(text).toContain(reviewVerdict(result))
      expect(text).toContain(`Again: ${token}`)
      for (const { question } of result.open) {
        expect(text).toContain(question.risk)
        const { sources, measuredBy } = shown(question.shownBy)
        for (const { url } of sources) expect(text).toContain(url)
        expect(measuredBy === undefined ? sources.length > 0 : text.includes(measuredBy)).toBe(true)
      }
    }),
    { numRuns: 20 },
  )
})
