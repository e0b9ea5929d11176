import fc from 'fast-check'
import { expect, test } from 'vitest'

import { stepsTo } from './steps-to.ts'
import type { Running } from './steps-to.ts'

const copies = fc.nat(6)
const fleet = fc.dictionary(fc.constantFrom('m1', 'm2', 'm3', 'm4'), copies)

test('the steps lead to what is wanted, wherever they begin', () => {
  fc.assert(
    fc.property(fc.nat(12), fleet, (wanted, running) => {
      fc.pre(Object.keys(running).length > 0)
      const after = applied(wanted, running)
      expect(Object.values(after).reduce((sum, each) => sum + each, 0)).toBe(wanted)
      expect(Math.min(...Object.values(after))).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('where it is as it should be, nothing is done', () => {
  fc.assert(
    fc.property(fc.nat(12), fleet, (wanted, running) => {
      fc.pre(Object.keys(running).length > 0)
      expect(stepsTo(wanted, applied(wanted, running))).toEqual([])
    }),
  )
})

test('who sees nobody does nothing', () => {
  expect(stepsTo(6, {})).toEqual([])
})

function applied(wanted: number, before: Running): Running {
  const running = { ...before }
  for (const { act, machine } of stepsTo(wanted, before)) {
    running[machine] = (running[machine] ?? 0) + (act === 'start' ? 1 : -1)
  }
  return running
}
