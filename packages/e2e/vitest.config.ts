import { preset } from '@five-pillars/config/vitest'

// A browser opens dozens of slides in one test.
export default preset({ testTimeoutMs: 60_000 })
