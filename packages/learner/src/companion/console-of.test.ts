import { expect, test } from 'vitest'

import { consoleOf } from './console-of.ts'
import { fit } from './fit.ts'

const seen = { isInput: true, isOutput: true }

test.each([
  ['linux', { TERM: 'xterm-256color' }, { isScreen: true, hasSigns: true }],
  ['linux', { TERM: 'linux' }, { isScreen: true, hasSigns: false }],
  ['linux', { TERM: 'dumb' }, { isScreen: false, hasSigns: true }],
  ['darwin', {}, { isScreen: true, hasSigns: true }],
  ['win32', {}, { isScreen: true, hasSigns: false }],
  ['win32', { WT_SESSION: '1' }, { isScreen: true, hasSigns: true }],
  ['win32', { TERM_PROGRAM: 'vscode' }, { isScreen: true, hasSigns: true }],
] as const)('%s with %j', (platform, env, expected) => {
  expect(consoleOf({ platform, env, ...seen })).toEqual(expected)
})

test('where no keys come from a terminal there is no screen', () => {
  const { isScreen } = consoleOf({ platform: 'linux', env: {}, isInput: false, isOutput: true })
  expect(isScreen).toBe(false)
})

test.each([
  ['abc', 5, 'abc'],
  ['abcdef', 3, 'abc'],
  ['\u001B[1mabcdef\u001B[22m', 3, '\u001B[1mabc\u001B[0m'],
  ['日本語', 5, '日本'],
  ['a🦀b', 2, 'a'],
])('%j fits in %i columns as %j', (line, columns, expected) => {
  expect(fit(line, columns)).toBe(expected)
})
