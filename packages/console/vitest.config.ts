import { preset } from '@five-pillars/config/vitest'

const config = preset({ fuzz: true })

export default {
  ...config,
  test: { ...config.test, include: ['src/**/*.test.ts', 'page/src/**/*.test.ts'] },
}
