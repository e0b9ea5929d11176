import type { FigureRecord } from './figure-record.ts'

const MEASURED = {
  asOf: '2026-11',
  trust: 'measured',
  verdict: 'measured',
  measuredBy: 'npm --prefix decks/work run measure',
} as const

const SHOP = '10 backends, one 10× slower, 60 % load'
const COUNTER = 'offered 20 % more than it can serve, to clients who wait half a second'
const STORM = 'after a 5 s outage at 80 % load, clients waiting 500 ms'

/** Numbers of the queue worlds in `decks/work/worlds`, whose tests hold them against the runs. */
export const workMeasuredFigures = [
  {
    ...MEASURED,
    id: 'lb-even-p99',
    value: '18',
    unit: 'ms',
    label: 'p99 with round robin: 10 equal backends, 60 % load',
    sources: [],
    amount: 18,
    tolerance: 0.1,
  },
  {
    ...MEASURED,
    id: 'lb-round-robin-median',
    value: '≈ 11',
    unit: 'ms',
    label: `median with round robin: ${SHOP}`,
    sources: [],
    amount: 10.8,
    tolerance: 0.1,
    caveat: 'The median hides the tenth of all requests that waits for minutes.',
  },
  {
    ...MEASURED,
    id: 'lb-least-connections-share',
    value: '1.7',
    unit: '% of requests',
    label: `go to the slow backend with least connections: ${SHOP}`,
    sources: [],
    amount: 1.7,
    tolerance: 0.1,
  },
  {
    ...MEASURED,
    id: 'queue-burst-wait',
    value: '≈ 4',
    unit: 's',
    label: 'longest wait in a burst of ten seconds at 140 requests/s, served at 100/s',
    sources: ['little-1961-law'],
    amount: 4,
    tolerance: 0.1,
  },
  {
    ...MEASURED,
    id: 'queue-unbounded-goodput',
    value: '0',
    unit: '% in time',
    label: `without a bound: ${COUNTER}`,
    sources: ['little-1961-law'],
    amount: 0,
    tolerance: 0,
    caveat: 'The server is busy all the time, with work for clients that have left.',
  },
  {
    ...MEASURED,
    id: 'queue-bounded-goodput',
    value: '83',
    unit: '% in time',
    label: `with a queue of 40: ${COUNTER}`,
    sources: ['little-1961-law'],
    amount: 83,
    tolerance: 0.05,
    caveat: 'That is all the server can do; the rest is refused at once.',
  },
  {
    ...MEASURED,
    id: 'queue-bounded-refused',
    value: '17',
    unit: '% refused',
    label: `with a queue of 40: ${COUNTER}`,
    sources: ['little-1961-law'],
    amount: 17,
    tolerance: 0.1,
  },
  {
    ...MEASURED,
    id: 'retry-drop-only-goodput',
    value: '6',
    unit: '% goodput',
    label: `for good with three retries and a server that drops expired work, ${STORM}`,
    sources: ['bronson-2021-metastable'],
    amount: 6,
    tolerance: 0.25,
  },
] as const satisfies readonly FigureRecord[]
