import { distance } from 'fastest-levenshtein'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { claim, figure, figureById, figures, pattern, source, UnknownId } from './index.ts'

test('a known id is answered with its own entry', () => {
  for (const each of figures) expect(figureById(each.id)).toBe(each)
})

test('an id with one slip is answered with an id at most one slip away', () => {
  const ids = figures.map((each) => each.id)
  fc.assert(
    fc.property(
      fc.constantFrom(...ids),
      fc.nat(),
      fc.constantFrom('', 'x', '9'),
      (id, at, letter) => {
        const place = at % id.length
        const slip = id.slice(0, place) + letter + id.slice(place + 1)
        fc.pre(!ids.some((known) => known === slip))
        expect(distance(slip, thrownBy(slip).nearest ?? '')).toBeLessThanOrEqual(1)
      },
    ),
  )
})

test('the message names the kind, the id and the nearest id', () => {
  expect(thrownBy('knight-los').message).toBe(
    'There is no figure "knight-los" in @five-pillars/content. Did you mean "knight-loss"?',
  )
})

test('an id that resembles nothing gets no suggestion', () => {
  expect(thrownBy('zzzzzzzzzzzzzzzzzz')).toMatchObject({ kind: 'figure', nearest: undefined })
})

test('the name of a property that every object has is no id', () => {
  expect(() => figureById('constructor')).toThrow(UnknownId)
})

test('an unknown literal id does not pass the typecheck', () => {
  // @ts-expect-error: not a FigureId
  expect(() => figure('knight-los')).toThrow(UnknownId)
  // @ts-expect-error: not a ClaimId
  expect(() => claim('flpp')).toThrow(UnknownId)
  // @ts-expect-error: not a SourceId
  expect(() => source('lamport')).toThrow(UnknownId)
  // @ts-expect-error: not a PatternId
  expect(() => pattern('magic')).toThrow(UnknownId)
})

function thrownBy(id: string): UnknownId {
  try {
    figureById(id)
  } catch (error) {
    if (error instanceof UnknownId) return error
    throw error
  }
  throw new Error(`figureById("${id}") answered`)
}
