import { describe, expect, test } from 'vitest'

import { figure } from './index.ts'
import type { FigureId } from './index.ts'

const DAYS = 365
const KM_PER_MS = 200

/** Throughput of `n` nodes against one, after the Universal Scalability Law. */
function speedup(n: number, contention: number, crosstalk: number): number {
  return n / (1 + contention * (n - 1) + crosstalk * n * (n - 1))
}

describe('a derived figure is what its sum gives', () => {
  test.each<[FigureId, number]>([
    ['google-searches-a-day', 5e12 / DAYS / 1e9],
    ['kafka-linkedin-rate', 7e12 / 86_400 / 1e6],
    ['lambda-million', ((1e6 / 1000) * 10) / 3600],
    ['visa-transactions-a-day', 257.5e9 / DAYS / 1e6],
    ['fibre-round-trip', (2 * 3000) / KM_PER_MS],
    ['round-trip-virginia', (2 * 6500) / KM_PER_MS],
    ['round-trip-sydney', (2 * 16_500) / KM_PER_MS],
    ['amdahl-limit', 1 / 0.03],
    ['slo-month-minutes', 30 * 24 * 60 * 0.001],
    ['usl-peak', Math.floor(Math.sqrt((1 - 0.03) / 0.0001))],
    ['usl-peak-speedup', speedup(98, 0.03, 0.0001)],
    ['dynamodb-empty-cache', 1 / (1 - 0.9975)],
    ['mod-n-keys-moved', percentMoved(10, 9)],
    ['ring-keys-moved', 100 / 10],
    ['raft-five-nodes', Math.floor((5 - 1) / 2)],
    ['byzantine-four-nodes', Math.floor((4 - 1) / 3)],
  ])('%s', (id, exact) => {
    const [number = ''] = /[\d,.]+/.exec(figure(id).value) ?? []
    const digits = number.split('.')[1]?.length ?? 0
    expect(Number(exact.toFixed(digits))).toBe(Number(number.replaceAll(',', '')))
  })

  test('drive-failure-interval', () => {
    const [often, seldom] = [0.02, 0.01].map((rate) => Math.round(DAYS / (10_000 * rate)))
    expect(figure('drive-failure-interval').value).toBe(`${often}–${seldom}`)
  })
})

test('beyond the peak of the scalability law each further node takes throughput away', () => {
  const curve = Array.from({ length: 200 }, (_, index) => speedup(index + 1, 0.03, 0.0001))
  expect(curve.indexOf(Math.max(...curve)) + 1).toBe(98)
})

/** Over all remainders, since which keys there are makes no difference. */
function percentMoved(before: number, after: number): number {
  const hashes = Array.from({ length: before * after }, (_, hash) => hash)
  return (100 * hashes.filter((hash) => hash % before !== hash % after).length) / hashes.length
}
