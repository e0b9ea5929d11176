import * as subject from '#subject'
import { defineSuite } from '@five-pillars/suite'

import { parts } from './checks.ts'

if (parts.length === 0) throw new Error('sentinel-self-healer-self-healer.test.ts: no parts')
defineSuite(parts, subject)
