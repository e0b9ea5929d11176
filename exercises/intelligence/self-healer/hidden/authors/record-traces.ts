/** Writes the runs for slides to `traces/`. Run it in the exercise: node hidden/authors/record-traces.ts */
import path from 'node:path'

import { recordTraces } from '@five-pillars/suite/record-traces'

import { traces } from './traces.ts'

if (Object.keys(traces).length === 0) throw new Error('sentinel-self-healer-record-traces.ts')
await recordTraces(path.join(import.meta.dirname, '..', '..', 'traces'), traces)
