import type { FigureRecord } from './figure-record.ts'

/** What adding machines can give at most. `scaling-law.test.ts` recomputes the derived ones. */
export const scalingFigures = [
  {
    id: 'amdahl-limit',
    value: '≈ 33×',
    unit: '',
    label: 'the most that any number of machines can speed up work that is 3 % serial',
    asOf: '1967',
    sources: ['amdahl-1967-speedup'],
    trust: 'knowledge',
    verdict: 'derived',
    derivation: '1 ÷ 0.03',
  },
  {
    id: 'usl-peak',
    value: '≈ 98',
    unit: 'nodes',
    label: 'beyond which more nodes do less work, at 3 % contention and 0.01 % crosstalk',
    asOf: '2007',
    sources: ['gunther-2007-capacity'],
    trust: 'knowledge',
    verdict: 'derived',
    derivation: '√((1 − α) ÷ β), α = 0.03, β = 0.0001',
    caveat: 'The two coefficients are our example; measure your own.',
  },
  {
    id: 'usl-peak-speedup',
    value: '≈ 20×',
    unit: '',
    label: 'the work of one node, at the peak of that curve',
    asOf: '2007',
    sources: ['gunther-2007-capacity'],
    trust: 'knowledge',
    verdict: 'derived',
    derivation: 'N ÷ (1 + α(N − 1) + βN(N − 1)) at N = 98',
    caveat: 'The two coefficients are our example; measure your own.',
  },
] as const satisfies readonly FigureRecord[]
