import { preset } from '@five-pillars/config/vitest'
import { mergeConfig } from 'vitest/config'

// Worlds and snippets are not in src/, since a deck has none: their tests sit beside them.
export default mergeConfig(preset({ fuzz: true }), {
  test: { include: ['{snippets,worlds}/**/*.test.ts'] },
})
