import { expect, test } from 'vitest'

import { callLines, counted, grouped, listed, quoted, stepLines, thrownText } from './story.ts'

test('ids that could be misread are quoted', () => {
  expect(['A', 'node', '', '10', 'null'].map((id) => quoted(id))).toEqual([
    'A',
    '"node"',
    '""',
    '"10"',
    '"null"',
  ])
})

test('numbers agree with their noun', () => {
  expect([counted(1, 'call'), counted(1000, 'call')]).toEqual(['1 call', '1,000 calls'])
})

test('thousands are told apart', () => {
  expect([0, 999, 1000, 12_345, -1000, 1_234_567].map((n) => grouped(n))).toEqual([
    '0',
    '999',
    '1,000',
    '12,345',
    '-1,000',
    '1,234,567',
  ])
})

test('names are listed as one says them', () => {
  expect([listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
    'a',
    'a and b',
    'a, b and c',
  ])
  expect(() => listed([])).toThrow('at least one')
})

test('whatever is thrown has a text of one line', () => {
  const foreign = { name: 'RangeError', message: 'too\nlong' }
  expect(
    [new TypeError('x'), foreign, null, {}, 'y'.repeat(200)].map((x) => thrownText(x)),
  ).toEqual(['TypeError: x', 'RangeError: too', 'null', 'Error', `${'y'.repeat(160)}…`])
})

test('calls that repeat are counted, and a long middle is left out', () => {
  expect(callLines(['add A', 'acquire', 'acquire'])).toBe('  add A, acquire (2 times)')
  const many = Array.from({ length: 100 }, (_, index) => `add number ${index}`)
  expect(callLines(many).split('\n')).toHaveLength(4)
  expect(callLines(many)).toContain('more lines …')
})

test('the last steps are told, and those before them counted', () => {
  const steps = Array.from({ length: 9 }, (_, index) => `step ${index}`)
  expect(stepLines(steps).split('\n')).toEqual([
    '  … 4 steps before',
    ...[4, 5, 6, 7, 8].map((step) => `  step ${step}`),
  ])
})
