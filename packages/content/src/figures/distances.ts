import type { FigureRecord } from './figure-record.ts'

const DERIVED = {
  asOf: '2014',
  sources: ['singla-2014-light'],
  trust: 'secondary',
  verdict: 'derived',
} as const

/** What distance costs at least, and how long a person takes an answer for immediate. */
export const distanceFigures = [
  {
    ...DERIVED,
    id: 'round-trip-virginia',
    value: '≥ 65',
    unit: 'ms',
    label: 'for one round trip of light in fibre between Frankfurt and Virginia',
    derivation: '2 × 6,500 km ÷ 200 km/ms = 65 ms',
    caveat: 'Along the great circle; real cables are longer.',
  },
  {
    ...DERIVED,
    id: 'round-trip-sydney',
    value: '≥ 165',
    unit: 'ms',
    label: 'for one round trip of light in fibre between Frankfurt and Sydney',
    derivation: '2 × 16,500 km ÷ 200 km/ms = 165 ms',
    caveat: 'Along the great circle; real cables are longer.',
  },
  {
    id: 'answer-feels-immediate',
    value: '≈ 100',
    unit: 'ms',
    label: 'within which an answer feels immediate to a person',
    asOf: '1993',
    sources: ['nielsen-1993-response'],
    trust: 'secondary',
    verdict: 'qualified',
    caveat: 'A rule of thumb of interface design, from experiments of the 1960s.',
  },
] as const satisfies readonly FigureRecord[]
