import { describe, expect, test } from 'vitest'

import { createRng } from '../random/create-rng.ts'
import { linearizable } from './linearizable.ts'
import { appendStore } from './models/append-store.ts'
import { casRegister } from './models/cas-register.ts'
import { register } from './models/register.ts'
import { atomicHistory } from './testing/atomic-history.ts'
import { atomicAppendStore } from './testing/atomic-objects.ts'
import { callOf, read, write } from './testing/call.ts'

describe('a history of a register', () => {
  test('that is empty is linearizable', () => {
    expect(linearizable([], register())).toEqual({ kind: 'linearizable' })
  })

  test('may show either value while a write is under way', () => {
    const history = [write('c1', [0, 100], 3), read('c2', [10, 20], 3), read('c3', [10, 20], null)]
    expect(linearizable(history, register()).kind).toBe('linearizable')
  })

  test('begins with the initial value', () => {
    const history = [read('c1', [0, 10], 7)]
    expect(linearizable(history, register(7)).kind).toBe('linearizable')
    expect(linearizable(history, register()).kind).toBe('not-linearizable')
  })

  test('lets a write that timed out take effect at any later time', () => {
    const timedOut = { ...write('c1', [0, 10], 3), outcome: 'info' } as const
    const history = [timedOut, read('c2', [20, 30], null), read('c2', [40, 50], 3)]
    expect(linearizable(history, register()).kind).toBe('linearizable')
  })

  test('lets a write that timed out never take effect', () => {
    const history = [write('c1', [0, null], 3), read('c2', [20, 30], null)]
    expect(linearizable(history, register()).kind).toBe('linearizable')
  })

  test('shows a write that failed to nobody', () => {
    const failed = { ...write('c1', [0, 10], 3), outcome: 'fail' } as const
    expect(textOf([failed, read('c2', [20, 30], 3)])).toBe(
      "c2's read x gave 3 at 30 ms, but nobody had begun to write that by then.",
    )
  })

  test('may order calls of two clients that touch either way', () => {
    const history = [write('c1', [0, 10], 3), read('c2', [10, 20], null)]
    expect(linearizable(history, register()).kind).toBe('linearizable')
  })

  test('keeps calls of one client that touch in their order', () => {
    const history = [write('c1', [0, 10], 3), read('c1', [10, 20], null)]
    expect(textOf(history)).toBe(
      "No order explains that c1's read x (10 ms to 20 ms) gave null: the longest order that fits leaves x at 3, since c1's write x = 3 (0 ms to 10 ms).",
    )
  })

  test('is judged key by key, and names the key that is wrong', () => {
    const history = [
      write('c1', [0, 10], 3, 'x'),
      write('c1', [20, 30], 4, 'y'),
      read('c2', [40, 50], 3, 'x'),
      read('c2', [60, 70], 3, 'y'),
    ]
    expect(linearizable(history, register())).toMatchObject({ kind: 'not-linearizable', key: 'y' })
  })

  test('in which a call returns before it began is refused', () => {
    expect(() => linearizable([write('c1', [20, 10], 3)], register())).toThrow(
      'A call of c1 on x returns at 10 ms, before it is invoked at 20 ms',
    )
  })
})

describe('what is wrong with a register', () => {
  test('is told with clients, times and values', () => {
    const history = [
      write('c3', [10, 20], 3),
      write('c1', [25, 50], 4),
      read('c1', [60, 63.1254], 4),
      read('c2', [70, 71], 3),
    ]
    const verdict = linearizable(history, register())
    expect(verdict).toMatchObject({
      kind: 'not-linearizable',
      key: 'x',
      at: 71,
      placed: history.slice(0, 3),
      blocked: history.slice(3),
      text: "c2's read x gave 3 at 71 ms, after c1's write x = 4 had ended at 50 ms. 3 was the older value: c3's write x = 3 had ended at 20 ms, before that write of 4 began at 25 ms.",
    })
  })

  test('is told of a read that another read contradicts, while both writes overlap', () => {
    const history = [
      write('c1', [0, 100], 3),
      write('c2', [0, 100], 4),
      read('c3', [10, 20], 3),
      read('c3', [30, 40], 4),
      read('c4', [50, 60], 3),
    ]
    expect(textOf(history)).toBe(
      "c4's read x gave 3 at 60 ms, after c3's read x had given 4 at 40 ms. 3 was the older value: c3's read x had given 3 at 20 ms, before that read of 4 began at 30 ms.",
    )
  })

  test('is told of the initial value that comes back', () => {
    const history = [write('c1', [0, 10], 3), read('c2', [20, 30], null), read('c2', [40, 50], 3)]
    expect(textOf(history)).toBe(
      "c2's read x gave null at 30 ms, after c1's write x = 3 had ended at 10 ms. null was the older value: it was there from the start.",
    )
  })

  test('is told by the longest order where values repeat', () => {
    const history = [
      write('c1', [0, 10], 3),
      write('c1', [20, 30], 3),
      write('c1', [40, null], 4),
      read('c2', [50, 60], 4),
      read('c2', [70, 80], 3),
    ]
    expect(textOf(history)).toBe(
      "No order explains that c2's read x (70 ms to 80 ms) gave 3: the longest order that fits leaves x at 4, since c1's write x = 4 (from 40 ms on, never answered).",
    )
  })
})

describe('a history of another object', () => {
  test('tells of a compare-and-set that cannot have worked', () => {
    const cas = callOf({ kind: 'cas', from: 1, to: 2 } as const, 'c1', [0, 10])
    expect(linearizable([{ ...cas, output: false }], casRegister()).kind).toBe('linearizable')
    const verdict = linearizable([{ ...cas, output: true }], casRegister())
    expect(verdict).toMatchObject({
      text: "No order explains that c1's cas x 1 → 2 (0 ms to 10 ms) gave swapped: the longest order that fits leaves x at null, as it began.",
    })
  })

  test('tells of an append that is missing', () => {
    const history = [
      callOf({ kind: 'append', value: 'a' } as const, 'c1', [0, 10]),
      callOf({ kind: 'append', value: 'b' } as const, 'c1', [20, 30]),
      { ...callOf({ kind: 'get' } as const, 'c2', [40, 50]), output: 'a' },
    ]
    expect(linearizable(history, appendStore)).toMatchObject({
      text: `No order explains that c2's get x (40 ms to 50 ms) gave "a": the longest order that fits leaves x at "ab", since c1's append x + "b" (20 ms to 30 ms).`,
    })
  })

  test('may need the later of two equal calls, if the earlier one waits for another call', () => {
    const history = [
      { ...callOf({ kind: 'get' } as const, 'c1', [0, 5]), output: 'a' },
      callOf({ kind: 'append', value: 'a' } as const, 'c1', [5, null]),
      callOf({ kind: 'append', value: 'a' } as const, 'c2', [5, null]),
    ]
    expect(linearizable(history, appendStore).kind).toBe('linearizable')
  })
})

describe('the budget', () => {
  test('that is spent gives neither yes nor no', () => {
    const shape = { clients: 10, operations: 200, timeouts: 0 }
    const history = atomicHistory(createRng(1), atomicAppendStore, shape)
    expect(linearizable(history, appendStore, { maxConfigurations: 100 })).toEqual({
      kind: 'unknown',
      key: 'x',
      text: 'Nobody knows whether x is linearizable: 100 configurations were not enough. Run fewer clients or fewer operations on one key, and check again.',
    })
  })
})

function textOf(history: readonly ReturnType<typeof read>[]): string {
  const verdict = linearizable(history, register())
  return verdict.kind === 'linearizable' ? verdict.kind : verdict.text
}
