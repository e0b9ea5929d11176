import { expect, test } from 'vitest'

import { childEnvironment } from './start-child.ts'

test('the child is told nothing about the person', () => {
  const own = {
    PATH: '/bin',
    HOME: '/home/me',
    TOKEN: 'secret',
    NODE_OPTIONS: '--inspect',
    CI: '1',
  }
  expect(childEnvironment(own)).toEqual({ PATH: '/bin', NO_COLOR: '1', TZ: 'UTC' })
})
