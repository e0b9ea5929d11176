import * as subject from '#subject'
import { describe, test } from 'vitest'

import { parts } from './checks.ts'

if (parts.length === 0) throw new Error('sentinel-abd-register-abd-register.test.ts: no parts')

for (const { title, checks } of parts) {
  // oxlint-disable-next-line vitest/valid-title -- the titles are in checks.ts
  describe(title, () => {
    for (const [promise, check] of Object.entries(checks)) {
      // oxlint-disable-next-line vitest/expect-expect, vitest/valid-title -- the check throws its own story
      test(promise, () => check(subject))
    }
  })
}
