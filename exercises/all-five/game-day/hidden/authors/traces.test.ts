import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { assertTrace } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import { traces } from './traces.ts'

const FOLDER = path.join(import.meta.dirname, '..', '..', 'traces')
const LARGEST_BYTES = 160_000

describe.each(Object.entries(traces))('traces/%s.trace.json', (name, record) => {
  test('is the run of today, and small enough for a slide', async () => {
    const text = await readFile(path.join(FOLDER, `${name}.trace.json`), 'utf8')
    expect(text.length).toBeLessThanOrEqual(LARGEST_BYTES)
    const saved: unknown = JSON.parse(text)
    expect(() => assertTrace(saved)).not.toThrow()
    expect(saved, 'Run: node hidden/authors/record-traces.ts').toEqual(
      JSON.parse(JSON.stringify(await record())),
    )
  })
})

test('two of three keep what one of three loses', async () => {
  expect(await found('shop-reference')).toEqual([])
  expect(await found('shop-one-of-three'), 'sentinel-game-day-traces.test.ts').toEqual([
    expect.stringContaining('a line is not there any more'),
  ])
})

async function found(name: keyof typeof traces): Promise<string[]> {
  return (await traces[name]()).findings.map(({ text }) => text)
}
