import { preset } from '@five-pillars/config/vitest'

// A browser opens dozens of slides in one test, and is unpacked before the first.
const LIMIT_MS = 60_000
const config = preset({ testTimeoutMs: LIMIT_MS })

// It comes last, when all decks are built, and waits more for pages than it works: two files at a time.
const WORKERS = 2

export default {
  ...config,
  test: { ...config.test, hookTimeout: LIMIT_MS, maxWorkers: WORKERS },
}
