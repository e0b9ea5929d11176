import { measuredBy } from '../measured-by.ts'
import type { FigureRecord } from './figure-record.ts'
import work from './measured/work.json' with { type: 'json' }
import { about, rounded } from './printed.ts'

const MEASURED = {
  asOf: '2026-11',
  trust: 'measured',
  verdict: 'measured',
  measuredBy: measuredBy('work'),
} as const

const SHOP = '10 backends, one 10× slower, 60 % load'
const COUNTER = 'offered 20 % more than it can serve, to clients who wait half a second'
const STORM = 'after a 5 s outage at 80 % load, clients waiting 500 ms'

/** Numbers of the queue worlds in `decks/work/worlds`, which write their amounts. */
export const workMeasuredFigures = [
  {
    ...MEASURED,
    id: 'lb-even-p99',
    value: rounded(work['lb-even-p99']),
    unit: 'ms',
    label: 'p99 with round robin: 10 equal backends, 60 % load',
    sources: [],
    amount: work['lb-even-p99'],
    tolerance: 0.1,
  },
  {
    ...MEASURED,
    id: 'lb-round-robin-median',
    value: about(work['lb-round-robin-median']),
    unit: 'ms',
    label: `median with round robin: ${SHOP}`,
    sources: [],
    amount: work['lb-round-robin-median'],
    tolerance: 0.1,
    caveat: 'The median hides the tenth of all requests that waits for minutes.',
  },
  {
    ...MEASURED,
    id: 'lb-least-connections-share',
    value: rounded(work['lb-least-connections-share'], 1),
    unit: '% of requests',
    label: `go to the slow backend with least connections: ${SHOP}`,
    sources: [],
    amount: work['lb-least-connections-share'],
    tolerance: 0.1,
  },
  {
    ...MEASURED,
    id: 'queue-burst-wait',
    value: about(work['queue-burst-wait']),
    unit: 's',
    label: 'longest wait in a burst of ten seconds at 140 requests/s, served at 100/s',
    sources: ['little-1961-law'],
    amount: work['queue-burst-wait'],
    tolerance: 0.1,
  },
  {
    ...MEASURED,
    id: 'queue-unbounded-goodput',
    value: rounded(work['queue-unbounded-goodput']),
    unit: '% in time',
    label: `without a bound: ${COUNTER}`,
    sources: ['little-1961-law'],
    amount: work['queue-unbounded-goodput'],
    tolerance: 0,
    caveat: 'The server is busy all the time, with work for clients that have left.',
  },
  {
    ...MEASURED,
    id: 'queue-bounded-goodput',
    value: rounded(work['queue-bounded-goodput']),
    unit: '% in time',
    label: `with a queue of 40: ${COUNTER}`,
    sources: ['little-1961-law'],
    amount: work['queue-bounded-goodput'],
    tolerance: 0.05,
    caveat: 'That is all the server can do; the rest is refused at once.',
  },
  {
    ...MEASURED,
    id: 'queue-bounded-refused',
    value: rounded(work['queue-bounded-refused']),
    unit: '% refused',
    label: `with a queue of 40: ${COUNTER}`,
    sources: ['little-1961-law'],
    amount: work['queue-bounded-refused'],
    tolerance: 0.1,
  },
  {
    ...MEASURED,
    id: 'retry-drop-only-goodput',
    value: rounded(work['retry-drop-only-goodput']),
    unit: '% goodput',
    label: `for good with three retries and a server that drops expired work, ${STORM}`,
    sources: ['bronson-2021-metastable'],
    amount: work['retry-drop-only-goodput'],
    tolerance: 0.25,
  },
] as const satisfies readonly FigureRecord[]
