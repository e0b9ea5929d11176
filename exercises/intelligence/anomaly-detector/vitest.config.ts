import { preset } from '@five-pillars/config/vitest'
import { mergeConfig } from 'vitest/config'

/** The author tests play every mutant and alternative; a kit has no `hidden/` and so none of them. */
export default mergeConfig(
  preset({ fuzz: true, subject: './hidden/solution/anomaly-detector.ts' }),
  {
    test: {
      include: ['hidden/authors/**/*.test.ts'],
      testTimeout: 60_000,
    },
  },
)
