import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { traceJson } from '@five-pillars/simulator'

import { traceFile } from './trace-file.ts'
import type { Traces } from './trace-file.ts'

/**
 * Writes runs for slides; `traceTests` holds them against the runs of the day.
 *
 * @param folder absolute path of the exercise's folder `traces/`
 */
export async function recordTraces(folder: string, traces: Traces): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const [name, record] of Object.entries(traces)) {
    writeFileSync(path.join(folder, traceFile(name)), traceJson(await record()))
  }
}
