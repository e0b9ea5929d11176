import { preset } from '@five-pillars/config/vitest'
import { mergeConfig } from 'vitest/config'

// A deck has no src/: its tests sit beside what they test.
export default mergeConfig(preset({ fuzz: true }), {
  test: { include: ['*.test.ts', 'worlds/**/*.test.ts'] },
})
