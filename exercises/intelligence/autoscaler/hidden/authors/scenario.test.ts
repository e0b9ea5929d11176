import path from 'node:path'

import { traceTests } from '@five-pillars/suite/authors'
import { expect, test } from 'vitest'

import { scenario } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'
import { traces } from './traces.ts'

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

traceTests(path.join(import.meta.dirname, '..', '..', 'traces'), traces)

function orders(subject: Subject): number[] {
  const { emitted } = scenario(subject).run({ seed: 1 })
  return emitted.filter(({ event }) => event === 'scaled').map(({ data }) => Number(data))
}
