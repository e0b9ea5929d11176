import { measuredBy } from '../measured-by.ts'
import type { FigureRecord } from './figure-record.ts'
import state from './measured/state.json' with { type: 'json' }
import { about, rounded } from './printed.ts'

const MEASURED = {
  asOf: '2026-11',
  trust: 'measured',
  verdict: 'measured',
  measuredBy: measuredBy('state'),
} as const

const LOST = 'lost a confirmed order when the primary died, of three copies'
const LOST_CAVEAT =
  'Simulated: three shoppers, messages of 10 ms in the mean, and a primary that ships every 30 ms where nobody waits. The share depends on how far the others lag.'
const MEDIAN = 'median time until an order is confirmed'
const SLOW = 'with one of the two others slower by 100 ms a message'

/** Numbers of the replica and ring worlds in `decks/state/worlds`, which write their amounts. */
export const stateMeasuredFigures = [
  {
    ...MEASURED,
    id: 'replica-lost-at-once',
    value: rounded(state['replica-lost-at-once']),
    unit: 'of 1,000 runs',
    label: `${LOST} and confirmed at once`,
    sources: [],
    amount: state['replica-lost-at-once'],
    tolerance: 0.1,
    caveat: LOST_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'replica-lost-two-of-three',
    value: rounded(state['replica-lost-two-of-three']),
    unit: 'of 1,000 runs',
    label: `${LOST} and confirmed when two had the order`,
    sources: [],
    amount: state['replica-lost-two-of-three'],
    tolerance: 0,
    caveat: LOST_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'replica-wait-at-once',
    value: about(state['replica-wait-at-once']),
    unit: 'ms',
    label: `${MEDIAN} at once`,
    sources: [],
    amount: state['replica-wait-at-once'],
    tolerance: 0.1,
  },
  {
    ...MEASURED,
    id: 'replica-wait-two-of-three',
    value: about(state['replica-wait-two-of-three']),
    unit: 'ms',
    label: `${MEDIAN} by two of three copies`,
    sources: [],
    amount: state['replica-wait-two-of-three'],
    tolerance: 0.1,
  },
  {
    ...MEASURED,
    id: 'replica-slow-two-of-three',
    value: about(state['replica-slow-two-of-three']),
    unit: 'ms',
    label: `${MEDIAN} by two of three copies, ${SLOW}`,
    sources: [],
    amount: state['replica-slow-two-of-three'],
    tolerance: 0.1,
  },
  {
    ...MEASURED,
    id: 'replica-slow-all',
    value: about(state['replica-slow-all']),
    unit: 'ms',
    label: `${MEDIAN} by all three copies, ${SLOW}`,
    sources: [],
    amount: state['replica-slow-all'],
    tolerance: 0.1,
  },
  {
    ...MEASURED,
    id: 'ring-busiest-one-place',
    value: `${rounded(state['ring-busiest-one-place'], 1)}×`,
    unit: 'the mean',
    label: 'keys of the busiest of ten nodes on a ring, one place each',
    sources: ['karger-1997-hashing'],
    amount: state['ring-busiest-one-place'],
    tolerance: 0.1,
    caveat: 'Mean over twenty clusters of 5,000 keys.',
  },
  {
    ...MEASURED,
    id: 'ring-busiest-hundred-places',
    value: `${rounded(state['ring-busiest-hundred-places'], 1)}×`,
    unit: 'the mean',
    label: 'keys of the busiest of ten nodes on a ring, a hundred places each',
    sources: ['karger-1997-hashing'],
    amount: state['ring-busiest-hundred-places'],
    tolerance: 0.1,
    caveat: 'Mean over twenty clusters of 5,000 keys.',
  },
] as const satisfies readonly FigureRecord[]
