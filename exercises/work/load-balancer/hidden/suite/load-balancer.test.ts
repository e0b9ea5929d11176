import * as subject from '#subject'
import { describe, test } from 'vitest'

import { parts } from './checks.ts'

for (const { title, create, checks } of parts) {
  const factory = create(subject)
  // oxlint-disable-next-line vitest/valid-title -- the titles are in checks.ts
  describe.skipIf(factory === undefined)(title, () => {
    for (const [promise, check] of Object.entries(checks)) {
      // oxlint-disable-next-line vitest/expect-expect, vitest/valid-title -- the check throws its own story
      test(promise, () => check(factory ?? missing(title)))
    }
  })
}

function missing(title: string): never {
  throw new Error(`sentinel-load-balancer-load-balancer.test.ts: ${title} is not there`)
}
