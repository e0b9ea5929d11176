import { describe, expect, test } from 'vitest'

import { readTrace } from '../../fixtures/read-trace.ts'
import { focusOf, mentions } from './focus-of.ts'

describe('focusOf', () => {
  test('the nodes that a finding names are the ones to look at', () => {
    expect([...focusOf(readTrace('two-leaders')).nodes]).toEqual(['a', 'b'])
    expect([...focusOf(readTrace('lost-write')).nodes]).toEqual(['c2'])
  })

  test('events are relevant whose data the finding names', () => {
    const trace = readTrace('two-leaders')
    const finding = { at: 1, kind: 'invariant', rule: 'same entry', text: 'two values at index 3' }
    const { isAboutEvent } = focusOf({ ...trace, findings: [finding] })
    const apply = { kind: 'emit', at: 1, node: 'a', event: 'apply' } as const
    expect(isAboutEvent({ ...apply, data: { index: 3 } })).toBe(true)
    expect(isAboutEvent({ ...apply, data: { index: 31 } })).toBe(false)
  })

  test('without a finding the whole run is of interest', () => {
    expect(focusOf(readTrace('healed-partition')).until).toBe(2400)
  })
})

describe('mentions', () => {
  test.each([
    ['a and b both lead', 'a', true],
    ['alpha leads', 'a', false],
    ['term 31', 'term 3', false],
    ['term 31, term 3', 'term 3', true],
    ['anything', '', false],
  ])('%s: %s is %s', (text, phrase, isThere) => {
    expect(mentions(text, phrase)).toBe(isThere)
  })
})
