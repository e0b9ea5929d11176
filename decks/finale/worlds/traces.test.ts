import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { assertTrace } from '@five-pillars/simulator'
import type { Trace } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import { playable, recordingOf } from './recordings.ts'
import { traces } from './traces.ts'

const DATA = path.join(import.meta.dirname, '..', 'data')
const LARGEST_BYTES = 150_000

const all: Record<string, () => Trace | Promise<Trace>> = {
  ...traces,
  'shop-one-of-three': async () => playable(await recordingOf('shop-one-of-three')),
}

describe.each(Object.entries(all))('data/%s.trace.json', (name, record) => {
  test('is the run of today, and small enough for a slide', async () => {
    const text = await readFile(path.join(DATA, `${name}.trace.json`), 'utf8')
    expect(text.length).toBeLessThanOrEqual(LARGEST_BYTES)
    const saved: unknown = JSON.parse(text)
    expect(() => assertTrace(saved)).not.toThrow()
    expect(saved, 'Run: npm --prefix decks/finale run measure').toEqual(
      JSON.parse(JSON.stringify(await record())),
    )
  })
})

test('in the small shop a confirmed line is gone', async () => {
  const { findings } = await recordingOf('shop-one-of-three')
  expect(findings).toHaveLength(1)
})
