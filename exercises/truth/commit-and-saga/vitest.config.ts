import { preset } from '@five-pillars/config/vitest'
import { mergeConfig } from 'vitest/config'

/** What `author check` does not see; a kit has no `hidden/` and so none of it. */
export default mergeConfig(
  preset({ fuzz: true, subject: './hidden/solution/commit-and-saga.ts' }),
  {
    test: {
      include: ['hidden/authors/**/*.test.ts'],
      testTimeout: 60_000,
    },
  },
)
