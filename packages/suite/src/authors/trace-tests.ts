import { readFileSync } from 'node:fs'
import path from 'node:path'

import { assertTrace } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import { traceFile } from './trace-file.ts'
import type { Traces } from './trace-file.ts'

const LARGEST_BYTES = 150_000

/**
 * Each recorded run is the run of today, and small enough for a slide.
 *
 * @param folder absolute path of the exercise's folder `traces/`
 */
export function traceTests(folder: string, traces: Traces): void {
  describe.each(Object.entries(traces))('traces/%s.trace.json', (name, record) => {
    test('is the run of today, and small enough for a slide', async () => {
      const text = readFileSync(path.join(folder, traceFile(name)), 'utf8')
      expect(text.length).toBeLessThanOrEqual(LARGEST_BYTES)
      const saved: unknown = JSON.parse(text)
      expect(() => assertTrace(saved)).not.toThrow()
      expect(saved, 'Run: node hidden/authors/record-traces.ts').toEqual(
        JSON.parse(JSON.stringify(await record())),
      )
    })
  })
}
