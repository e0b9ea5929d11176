import * as subject from '#subject'
import { defineSuite } from '@five-pillars/suite'

import { parts } from './checks.ts'

if (parts.length === 0) throw new Error('sentinel-hash-ring-hash-ring.test.ts: nothing to test')

defineSuite(parts, subject)
