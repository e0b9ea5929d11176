/**
 * Writes the runs of the world to watch to `traces/`, for slides. Run it in the exercise:
 * node hidden/authors/record-traces.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { traceJson } from '@five-pillars/simulator'

import { traces } from './traces.ts'

const folder = path.join(import.meta.dirname, '..', '..', 'traces')

for (const [name, record] of Object.entries(traces)) {
  const trace = record()
  if (trace.findings.length > 0)
    throw new Error('sentinel-load-balancer-record-traces.ts: findings')
  writeFileSync(path.join(folder, `${name}.trace.json`), traceJson(trace))
}
