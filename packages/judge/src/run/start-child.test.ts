import { expect, test } from 'vitest'

import { childEnvironment } from './start-child.ts'

test('the child is told the seed and nothing about the person', () => {
  const own = {
    PATH: '/bin',
    HOME: '/home/me',
    TOKEN: 'secret',
    NODE_OPTIONS: '--inspect',
    CI: '1',
  }
  expect(childEnvironment(own, 7, undefined)).toEqual({
    PATH: '/bin',
    NO_COLOR: '1',
    TZ: 'UTC',
    FUZZ_SEED: '7',
  })
})

test('the number of cases is handed on when there is one', () => {
  expect(childEnvironment({}, 7, 300)).toMatchObject({ FUZZ_SEED: '7', FUZZ_RUNS: '300' })
})
