/** Writes the runs for slides to `traces/`. Run it in the exercise: node hidden/authors/record-traces.ts */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { traceJson } from '@five-pillars/simulator'

import { traces } from './traces.ts'

const folder = path.join(import.meta.dirname, '..', '..', 'traces')

for (const [name, record] of Object.entries(traces)) {
  const text = traceJson(await record())
  if (text === '') throw new Error('sentinel-game-day-record-traces.ts: an empty trace')
  writeFileSync(path.join(folder, `${name}.trace.json`), text)
}
