import { readFileSync } from 'node:fs'
import path from 'node:path'

import { assertTrace } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import { scenario } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'
import { traces } from './traces.ts'

const LARGEST_BYTES = 150_000

const correct = Object.entries({ 'the reference': reference, ...alternatives })

test.each(correct)('the world to watch runs with %s and shows its fleet', (_, subject) => {
  const { findings, trace } = scenario(subject).run({ seed: 1, full: true })
  expect(findings, 'sentinel-autoscaler-scenario.test.ts').toEqual([])
  expect(trace?.show.gauges).toEqual(['ready', 'starting'])
})

test('it grows for the rush, keeps still while it is blind, and shrinks when all is over', () => {
  expect(orders(reference)).toEqual([9, 8, 3])
})

test('an outage of the metrics sends all home where null counts as zero', () => {
  expect(orders(mutantOf('null-as-zero.ts'))).toContain(2)
})

test('what is starting is ordered again and again where it is not looked at', () => {
  expect(Math.max(...orders(mutantOf('ignore-starting.ts')))).toBe(12)
})

describe.each(Object.entries(traces))('traces/%s.trace.json', (name, record) => {
  test('is the run of today, and small enough for a slide', () => {
    const file = path.join(import.meta.dirname, '..', '..', 'traces', `${name}.trace.json`)
    const text = readFileSync(file, 'utf8')
    expect(text.length).toBeLessThanOrEqual(LARGEST_BYTES)
    const saved: unknown = JSON.parse(text)
    expect(() => assertTrace(saved)).not.toThrow()
    expect(saved, 'Run: node hidden/authors/record-traces.ts').toEqual(
      JSON.parse(JSON.stringify(record())),
    )
  })
})

function orders(subject: Subject): number[] {
  const { emitted } = scenario(subject).run({ seed: 1 })
  return emitted.filter(({ event }) => event === 'scaled').map(({ data }) => Number(data))
}
