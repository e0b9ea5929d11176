import { describe, expect, test } from 'vitest'

import type { Change, Which } from './change.ts'
import { areChanges } from './change.ts'
import { describeChange } from './describe-change.ts'
import { delay, delayNow, isCutByHand, lose, switchLink, without } from './edit-changes.ts'
import { faultsOf } from './faults-of.ts'

const ab = { a: 'a', b: 'b' }
const message: Which = { from: 'a', to: 'b', nth: 3, isCopy: false, label: 'yes', sentAt: 40 }
const HEAL_AT_MS = 500

function text(changes: readonly Change[]): string[] {
  return changes.map((each) => `${each.at} ${describeChange(each)}`)
}

describe('a link', () => {
  const cut = switchLink([], ab, 100, 101)

  test('is cut, and mended later', () => {
    const mended = switchLink(cut, ab, 200, 201)
    expect(text(mended)).toEqual(['101 cut a – b', '201 mend a – b'])
    expect([100, 101, 200, 201, 300].map((at) => isCutByHand(mended, ab, at))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ])
  })

  test('that was cut at this very time is whole again', () => {
    expect(switchLink(cut, ab, 101, 102)).toEqual([])
  })

  test('is cut once more before it was cut', () => {
    expect(text(switchLink(cut, ab, 50, 51))).toEqual(['101 cut a – b', '51 cut a – b'])
  })

  test('that is no more cut needs no mending', () => {
    const mended = switchLink(cut, ab, 200, 201)
    expect(cut.flatMap((each) => without(mended, each))).toEqual([])
  })

  test('is cut both ways, until it is mended or the world is healed', () => {
    const span = { at: 101, for: 100 }
    const both = [
      { kind: 'cut', ...span, from: 'a', to: 'b' },
      { kind: 'cut', ...span, from: 'b', to: 'a' },
    ]
    expect(faultsOf(switchLink(cut, ab, 200, 201), HEAL_AT_MS)).toEqual([both, []])
    expect(faultsOf(cut, HEAL_AT_MS).flat()).toMatchObject([{ for: 399 }, { for: 399 }])
    expect(faultsOf(cut, 50)).toEqual([[]])
  })
})

describe('a message', () => {
  const at = { at: 42, moment: 42.001 }

  test('is lost', () => {
    const lost = lose([], message, 42.001)
    expect(text(lost)).toEqual(['42.001 lose a → b “yes”'])
    expect(faultsOf(lost, HEAL_AT_MS)).toEqual([
      [{ kind: 'lose-message', from: 'a', to: 'b', nth: 3, afterMs: 2.001 }],
    ])
  })

  test('that is held up again at the same time is held up anew, not more', () => {
    const late = delay([], message, 10, at)
    const later = delay(late, message, 50, { at: 42.001, moment: 42.002 })
    expect(text(later)).toEqual(['42.001 50 ms late: a → b “yes”'])
    expect(delayNow(later, message, 42.001)).toBe(50)
    expect(delayNow(later, message, 60)).toBe(0)
    expect(delayNow(later, { ...message, isCopy: true }, 42.001)).toBe(0)
    expect(faultsOf(later, HEAL_AT_MS).flat()).toMatchObject([{ byMs: 50, afterMs: 2.001 }])
  })

  test('that is a copy is told from its original', () => {
    const copy = lose([], { ...message, isCopy: true }, 42)
    expect(faultsOf(copy, HEAL_AT_MS).flat()).toMatchObject([{ copy: true, nth: 3 }])
    expect(text(copy)).toEqual(['42 lose a → b (copy) “yes”'])
  })
})

test('what another window says is taken for changes only if it is', () => {
  const changes = lose(switchLink([], ab, 100, 101), message, 42)
  expect(areChanges(structuredClone(changes))).toBe(true)
  for (const wrong of [
    undefined,
    'cut',
    [{ kind: 'cut', a: 'a', at: 1 }],
    [{ kind: 'melt', at: 1 }],
    [{ kind: 'lose', message: { ...message, nth: '3' }, at: 1 }],
    [{ kind: 'delay', message, at: 1 }],
    Array.from({ length: 1000 }, () => ({ kind: 'cut', ...ab, at: 1 })),
  ]) {
    expect(areChanges(wrong)).toBe(false)
  }
})
