import { describe, expect, test } from 'vitest'

import type { Fault } from '../faults/fault.ts'
import { describeFault, describeFaultEnd } from './describe-fault.ts'

const leader = { last: 'leader' }

const WORDS: readonly (readonly [string, Fault])[] = [
  ['crash a at 1.2 s for 30 ms', { kind: 'crash', node: 'a', at: 1200, for: 30 }],
  [
    'crash a at 1.2 s for 30 ms, its last write torn',
    { kind: 'crash', node: 'a', at: 1200, for: 30, disk: 'torn' },
  ],
  ['pause the leader at 5 ms for 2 s', { kind: 'pause', node: leader, at: 5, for: 2000 }],
  [
    'partition a, b | c at 200 ms for 1 s',
    { kind: 'partition', groups: [['a', 'b'], ['c']], at: 200, for: 1000 },
  ],
  ['isolate the leader at 200 ms for 0.5 s', { kind: 'isolate', node: leader, at: 200, for: 500 }],
  [
    'cut a → the last to emit vote at 0 ms for 1 s',
    { kind: 'cut', from: 'a', to: { last: 'vote' }, at: 0, for: 1000 },
  ],
  [
    'let servers hear only their two neighbours at 1 s for 1 s',
    { kind: 'ring', at: 1000, for: 1000 },
  ],
  [
    'clog the links of a, c one by one at 1 s for 1 s',
    { kind: 'swizzle', nodes: ['a', 'c'], at: 1000, for: 1000 },
  ],
  [
    'delay messages of b by 40 ms at 700 ms for 0.6 s',
    { kind: 'slow', node: 'b', extraMs: 40, at: 700, for: 600 },
  ],
  ['lose 15 % of the messages at 1 ms for 9 ms', { kind: 'loss', share: 0.15, at: 1, for: 9 }],
  [
    'deliver 33.333 % of the messages twice at 1 ms for 9 ms',
    { kind: 'duplicate', share: 1 / 3, at: 1, for: 9 },
  ],
  ["a's clock jumps 500 ms ahead at 1 s", { kind: 'clock-jump', node: 'a', byMs: 500, at: 1000 }],
  [
    'the clock of the leader jumps 1.5 s back at 1 s',
    { kind: 'clock-jump', node: leader, byMs: -1500, at: 1000 },
  ],
  [
    "run a's clock 1.2 times as fast at 1 s for 2 s",
    { kind: 'clock-rate', node: 'a', rate: 1.2, at: 1000, for: 2000 },
  ],
  ["fill a's disk at 1 s for 2 s", { kind: 'disk-full', node: 'a', at: 1000, for: 2000 }],
  [
    'lose the 3rd message a → b 1.5 ms after it is sent',
    { kind: 'lose-message', from: 'a', to: 'b', nth: 3, afterMs: 1.5 },
  ],
  [
    'delay the copy of the 21st message a → b by 40 ms',
    { kind: 'delay-message', from: 'a', to: 'b', nth: 21, copy: true, afterMs: 0, byMs: 40 },
  ],
  [
    'crash a right after its 2nd vote, for 30 ms',
    { kind: 'strike', act: 'crash', rule: 'vote', node: 'a', nth: 2, for: 30 },
  ],
  [
    'pause a right after its 11th vote, for 30 ms',
    { kind: 'strike', act: 'pause', rule: 'vote', node: 'a', nth: 11, for: 30 },
  ],
]

describe('describeFault', () => {
  test.each(WORDS)('%s', (words, fault) => {
    expect(describeFault(fault)).toBe(words)
  })

  test('the node that was struck stands beside what it did', () => {
    const fault: Fault = { kind: 'isolate', node: leader, at: 200, for: 500 }
    expect(describeFault(fault, { node: 'a' })).toBe('isolate the leader (a) at 200 ms for 0.5 s')
  })

  test('its beginning can be left out', () => {
    const fault: Fault = { kind: 'crash', node: 'a', at: 200, for: 500 }
    expect(describeFault(fault, { timeless: true })).toBe('crash a for 0.5 s')
  })

  test('names with line breaks, and none at all, stay on their line', () => {
    const fault: Fault = { kind: 'partition', groups: [['a\nb'], ['']], at: 1, for: 2 }
    expect(describeFault(fault)).toBe(String.raw`partition a\nb | "" at 1 ms for 2 ms`)
  })
})

describe('describeFaultEnd', () => {
  test('a crash ends with a restart, which tells it', () => {
    expect(describeFaultEnd({ kind: 'crash', node: 'a', at: 1, for: 2 })).toBeUndefined()
  })

  test('the end of a partition has words of its own', () => {
    expect(describeFaultEnd({ kind: 'partition', groups: [], at: 1, for: 2 })).toBe(
      'the partition ends',
    )
  })
})

test('beside a drawing a fault needs neither its time nor its length', () => {
  const crash: Fault = { kind: 'crash', node: 'a', at: 1200, for: 30, disk: 'torn' }
  expect(describeFault(crash, { brief: true })).toBe('crash a, its last write torn')
  const strike: Fault = { kind: 'strike', act: 'crash', rule: 'vote', node: 'b', nth: 2, for: 30 }
  expect(describeFault(strike, { brief: true })).toBe('crash b right after its 2nd vote')
})
