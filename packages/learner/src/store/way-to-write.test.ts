import { expect, test } from 'vitest'

import { wayToWrite } from './way-to-write.ts'

test.each([
  ['linux', 'chmod u+w exercises/truth/quorum/src/quorum.ts'],
  ['darwin', 'chmod u+w exercises/truth/quorum/src/quorum.ts'],
  ['win32', 'attrib -r exercises\\truth\\quorum\\src\\quorum.ts'],
] as const)('on %s it is made writable with %s', (platform, command) => {
  expect(wayToWrite('exercises/truth/quorum/src/quorum.ts', platform)).toBe(command)
})
