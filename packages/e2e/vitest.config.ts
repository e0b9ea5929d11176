import { preset } from '@five-pillars/config/vitest'

// A browser opens dozens of slides in one test, and is unpacked before the first.
const LIMIT_MS = 60_000
const config = preset({ testTimeoutMs: LIMIT_MS })

export default { ...config, test: { ...config.test, hookTimeout: LIMIT_MS } }
