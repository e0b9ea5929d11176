import { expect, test } from 'vitest'

import type { PlayedLine } from '../replay/replayed.ts'
import { formatCalls } from './format-calls.ts'

const line = (text: string, more: Partial<PlayedLine> = {}): PlayedLine => {
  return { text, was: null, depth: 0, ...more }
}

/** The numbered lines of a conversation. */
function told(lines: readonly PlayedLine[]): string[] {
  const called = { kind: 'called', isOther: false, promise: 'P.', story: 'S.', left: 0 } as const
  const text = formatCalls({ ...called, lines: [...lines] }, { columns: 60, color: false })
  return (text.split('\n\n')[1] ?? '').split('\n')
}

test('what is asked again and comes out the same is told once, with how often', () => {
  const state = line('rollout.state() → "rolling"')
  expect(told([line('rollout.start()'), state, state, state, line('rollout.abort()')])).toEqual([
    '  1  rollout.start()',
    '  2  rollout.state() → "rolling" (3 times)',
    '  5  rollout.abort()',
  ])
})

test('what is otherwise now, or calls something, stands for itself', () => {
  const state = line('state() → 1')
  const lines = [
    state,
    line('state() → 1', { was: '2' }),
    state,
    line('state() → 1', { asked: ['now()'] }),
  ]
  expect(told(lines)).toEqual([
    '  1  state() → 1',
    '  2  state() → 1',
    '       it was 2',
    '  3  state() → 1',
    '  4  state() → 1',
    '       it calls now()',
  ])
})

test('of a long conversation the calls between its ends are counted, not the lines', () => {
  const lines = Array.from({ length: 20 }, (_, index) => line(`f(${index})`)).flatMap((one) => [
    one,
    one,
  ])
  expect(told(lines)[8]).toBe('      … 8 calls that came out as they did')
})
