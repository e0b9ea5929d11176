import { measuredBy } from '../measured-by.ts'
import type { FigureRecord } from './figure-record.ts'
import finale from './measured/finale.json' with { type: 'json' }
import { rounded } from './printed.ts'

const MEASURED = {
  asOf: '2026-11',
  sources: ['singla-2014-light'],
  trust: 'measured',
  verdict: 'measured',
  measuredBy: measuredBy('finale'),
  tolerance: 0,
  caveat:
    'Simulated: regions as far apart as light in fibre needs at least, a phone 20 ms there and back from the nearest, and machines that take no time.',
} as const

const PLAY = 'from the press of a button to the film, when its position'

/** Numbers of the budget world in `decks/finale/worlds`, which writes their amounts. */
export const finaleMeasuredFigures = [
  {
    ...MEASURED,
    id: 'budget-everywhere',
    value: rounded(finale['budget-everywhere']),
    unit: 'ms',
    label: `${PLAY} is in all three regions first`,
    amount: finale['budget-everywhere'],
  },
  {
    ...MEASURED,
    id: 'budget-majority',
    value: rounded(finale['budget-majority']),
    unit: 'ms',
    label: `${PLAY} is in two of three regions first`,
    amount: finale['budget-majority'],
  },
  {
    ...MEASURED,
    id: 'budget-nearby',
    value: rounded(finale['budget-nearby']),
    unit: 'ms',
    label: `${PLAY} is in the nearest region first, and the others hear of it later`,
    amount: finale['budget-nearby'],
  },
] as const satisfies readonly FigureRecord[]
