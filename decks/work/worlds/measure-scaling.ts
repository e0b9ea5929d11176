import { example, peakWorkers, speedUp } from './scaling.ts'

const MOST_WORKERS = 300
const STEP = 4

export interface Scaling {
  serial: number
  pairwise: number
  workers: number[]
  linear: number[]
  amdahl: number[]
  universal: number[]
  peak: { workers: number; speedUp: number }
  amdahlLimit: number
}

/** The three curves of the chart: no loss, Amdahl's law, and the universal scalability law. */
export function measureScaling(): Scaling {
  const workers = Array.from({ length: MOST_WORKERS / STEP + 1 }, (_, i) => Math.max(1, i * STEP))
  const peak = Math.round(peakWorkers(example))
  return {
    ...example,
    workers,
    linear: workers,
    amdahl: workers.map((n) => round(speedUp(n, { ...example, pairwise: 0 }))),
    universal: workers.map((n) => round(speedUp(n, example))),
    peak: { workers: peak, speedUp: round(speedUp(peak, example)) },
    amdahlLimit: round(1 / example.serial),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
