import type { FigureRecord } from './figure-record.ts'

/** Numbers that this repository makes itself. The command recomputes them. */
export const measuredFigures = [
  {
    id: 'lb-least-connections-p99',
    value: '106',
    unit: 'ms',
    label: 'p99 with least connections: 10 backends, one 10× slower, 60 % load',
    asOf: '2026-11',
    sources: [],
    trust: 'measured',
    verdict: 'measured',
    measuredBy: 'npm --prefix decks/work run measure',
    amount: 106,
    tolerance: 0.05,
    caveat:
      'Simulated: Poisson arrivals, mean service 10 ms and 100 ms, each ± 50 %; median of 25 seeds.',
  },
  {
    id: 'lb-two-choices-p99',
    value: '205',
    unit: 'ms',
    label: 'p99 with two random choices: 10 backends, one 10× slower, 60 % load',
    asOf: '2026-11',
    sources: ['mitzenmacher-2001-two-choices'],
    trust: 'measured',
    verdict: 'measured',
    measuredBy: 'npm --prefix decks/work run measure',
    amount: 205,
    tolerance: 0.05,
    caveat:
      'Simulated: Poisson arrivals, mean service 10 ms and 100 ms, each ± 50 %; median of 25 seeds.',
  },
  {
    id: 'lb-round-robin-p99',
    value: '≈ 4',
    unit: 'minutes',
    label: 'p99 with round robin: 10 backends, one 10× slower, 60 % load',
    asOf: '2026-11',
    sources: [],
    trust: 'measured',
    verdict: 'measured',
    measuredBy: 'npm --prefix decks/work run measure',
    amount: 4,
    tolerance: 0.1,
    caveat:
      'After one simulated minute. The slow backend gets more than it can serve, so its queue grows for as long as you measure.',
  },
  {
    id: 'retry-storm-goodput',
    value: '0',
    unit: '% goodput',
    label: 'long after a 5 s outage at 80 % load, with three retries',
    asOf: '2026-11',
    sources: ['bronson-2021-metastable', 'huang-2022-metastable'],
    trust: 'measured',
    verdict: 'measured',
    measuredBy: 'npm --prefix decks/work run measure',
    amount: 0,
    tolerance: 0,
    caveat:
      'Even with exponential backoff and full jitter. In a simulated server that keeps expired work.',
  },
] as const satisfies readonly FigureRecord[]
