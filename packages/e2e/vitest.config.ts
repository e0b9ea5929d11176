import { preset } from '@five-pillars/config/vitest'

import { LongestFirst } from './src/longest-first.ts'

// A browser opens dozens of slides in one test, and is unpacked before the first; others work beside.
const LIMIT_MS = 120_000
const config = preset({ testTimeoutMs: LIMIT_MS })

// It waits more for pages and servers than it works: two files at a time.
const WORKERS = 2

export default {
  ...config,
  test: {
    ...config.test,
    hookTimeout: LIMIT_MS,
    maxWorkers: WORKERS,
    sequence: { sequencer: LongestFirst },
  },
}
