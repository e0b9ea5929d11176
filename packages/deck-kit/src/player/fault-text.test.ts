import type { Fault } from '@five-pillars/simulator'
import { expect, test } from 'vitest'

import { faultText } from './fault-text.ts'

const time = { at: 0, for: 10 }

const faults: readonly Fault[] = [
  { ...time, kind: 'crash', node: 'c' },
  { ...time, kind: 'crash', node: { last: 'leader' }, disk: 'torn' },
  { ...time, kind: 'pause', node: 'c' },
  {
    ...time,
    kind: 'partition',
    groups: [
      ['a', 'b'],
      ['c', 'd', 'e'],
    ],
  },
  { ...time, kind: 'isolate', node: 'a' },
  { ...time, kind: 'cut', from: 'a', to: 'b' },
  { ...time, kind: 'ring' },
  { ...time, kind: 'swizzle', nodes: ['a', 'b'] },
  { ...time, kind: 'slow', node: 'a', extraMs: 50 },
  { ...time, kind: 'loss', share: 0.2 },
  { ...time, kind: 'duplicate', share: 0.3 },
  { at: 0, kind: 'clock-jump', node: 'a', byMs: -500 },
  { ...time, kind: 'clock-rate', node: 'a', rate: 2 },
  { ...time, kind: 'disk-full', node: 'a' },
  { kind: 'strike', act: 'crash', rule: 'before-sync', node: 'a', nth: 1, for: 10 },
]

test('every fault is told in a few words', () => {
  expect(faults.map((each) => faultText(each))).toEqual([
    'crash c',
    'crash the last leader, its last write torn',
    'pause c',
    'partition a b | c d e',
    'isolate a',
    'cut a → b',
    'ring: each server hears only its neighbours',
    'swizzle a b',
    'slow a by 50 ms',
    'lose 20 % of the messages',
    'double 30 % of the messages',
    'clock of a jumps 500 ms back',
    'clock of a runs at 2 ×',
    'disk of a is full',
    'crash a right after its before-sync',
  ])
})

test('a target that is told by what it did is told by its name once it is known', () => {
  expect(faultText({ ...time, kind: 'pause', node: { last: 'leader' } }, 'b')).toBe('pause b')
})
