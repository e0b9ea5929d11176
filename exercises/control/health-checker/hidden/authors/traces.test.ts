import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { assertTrace } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import { traces } from './traces.ts'

const FOLDER = path.join(import.meta.dirname, '..', '..', 'traces')
const LARGEST_BYTES = 150_000

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

test('the reference finds nothing, one bad answer is too few, and without a timeout nobody is down', async () => {
  expect(await found('fleet-reference')).toEqual([])
  expect(await found('fleet-one-bad-answer')).toMatchObject([expect.stringContaining('B was down')])
  expect(await found('fleet-no-timeout'), 'sentinel-health-checker-traces.test.ts').toMatchObject([
    expect.stringContaining('A hung'),
  ])
})

async function found(name: keyof typeof traces): Promise<string[]> {
  return (await traces[name]()).findings.map(({ text }) => text)
}
