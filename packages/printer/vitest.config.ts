import { preset } from '@five-pillars/config/vitest'

export default preset({ fuzz: true, testTimeoutMs: 30_000 })
