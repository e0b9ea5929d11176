import type { TermRecord } from './term-record.ts'

export const workTerms = [
  {
    id: 'amdahls-law',
    term: 'Amdahl’s law',
    also: ['serial part'],
    pillar: 'work',
    meaning:
      'What cannot be divided limits the gain: if a tenth of the work is serial, no number of machines makes the whole more than ten times faster.',
    sources: ['amdahl-1967-speedup'],
  },
  {
    id: 'back-pressure',
    term: 'Back-pressure',
    also: ['backpressure'],
    pillar: 'work',
    meaning:
      'A full part says no at once, and the no travels back to where the work is made, which then slows down, waits or drops.',
  },
  {
    id: 'backoff',
    term: 'Exponential backoff',
    also: ['backoff'],
    pillar: 'work',
    meaning:
      'Each attempt waits longer than the one before, mostly twice as long. It spreads retries in time; it does not reduce how many there are.',
  },
  {
    id: 'bulkhead',
    term: 'Bulkhead',
    pillar: 'work',
    meaning:
      'A limit of its own for each dependency, so that one that hangs cannot hold all threads or connections.',
    sources: ['nygard-2018-release-it'],
  },
  {
    id: 'cold-start',
    term: 'Cold start',
    pillar: 'work',
    meaning:
      'The wait of a request that finds no free instance, until a new one has booted. Also a cache that is still empty.',
  },
  {
    id: 'deadline',
    term: 'Deadline',
    pillar: 'work',
    meaning:
      'The moment after which nobody waits for the answer any more. It travels with the call, so that each server can drop what is too late.',
  },
  {
    id: 'goodput',
    term: 'Goodput',
    pillar: 'work',
    meaning:
      'Answers that arrive while somebody still wants them, per second. A server may be busy all the time and have none.',
  },
  {
    id: 'idempotency',
    term: 'Idempotent',
    also: ['idempotency', 'idempotency key', 'safe to repeat'],
    pillar: 'work',
    meaning:
      'Doing it twice has the same effect as doing it once. Only such calls may be retried without more thought; others carry a key by which the server knows a repeat.',
  },
  {
    id: 'in-flight',
    term: 'In flight',
    pillar: 'work',
    meaning: 'Sent and not yet answered. What a balancer counts to see who is slow.',
  },
  {
    id: 'jitter',
    term: 'Jitter',
    pillar: 'work',
    meaning: 'A random part of a waiting time, so that clients do not all come back at once.',
  },
  {
    id: 'latency',
    term: 'Latency',
    also: ['response time'],
    pillar: 'work',
    meaning: 'How long one request takes, from the side of whoever waits for it.',
  },
  {
    id: 'least-connections',
    term: 'Least connections',
    also: ['least loaded'],
    pillar: 'work',
    meaning:
      'The next request goes to the server with the fewest in flight. A slow server collects requests and so gets fewer new ones.',
    sources: ['mitzenmacher-2001-two-choices'],
  },
  {
    id: 'littles-law',
    term: 'Little’s law',
    pillar: 'work',
    meaning:
      'What is waiting on average equals arrivals per second times the seconds each one stays. It holds for every stable queue, whatever its order.',
    sources: ['little-1961-law'],
  },
  {
    id: 'load-shedding',
    term: 'Load shedding',
    also: ['admission control', 'refuse early'],
    pillar: 'work',
    meaning: 'Refusing some requests at the door, fast, so that the others are still served.',
  },
  {
    id: 'metastable-failure',
    term: 'Metastable failure',
    also: ['metastable state'],
    pillar: 'work',
    meaning:
      'An outage that outlives its cause, because something that it set off, mostly retries, keeps the system overloaded.',
    sources: ['bronson-2021-metastable', 'huang-2022-metastable'],
  },
  {
    id: 'percentile',
    term: 'Percentile',
    also: ['p50', 'p95', 'p99', 'p99.9', 'tail latency'],
    pillar: 'work',
    meaning:
      'p99 is the latency that 99 of 100 requests stay below. The average hides the slow ones; a page of many calls meets them all the time.',
  },
  {
    id: 'poisson-arrivals',
    term: 'Poisson arrivals',
    pillar: 'work',
    meaning:
      'Requests that come independently of each other: at a steady rate, but in clusters and gaps. What the simulated worlds send.',
  },
  {
    id: 'queue',
    term: 'Queue',
    also: ['line'],
    pillar: 'work',
    meaning: 'Work that waits its turn. It smooths a burst and adds no capacity.',
  },
  {
    id: 'retry',
    term: 'Retry',
    also: ['attempt', 'retry storm'],
    pillar: 'work',
    meaning:
      'Trying again after a failure. Three layers that try three times each turn one call into up to twenty-seven.',
  },
  {
    id: 'round-robin',
    term: 'Round robin',
    pillar: 'work',
    meaning:
      'Servers take turns. Fair among equals; a slow server gets as many requests as a fast one, and drowns.',
  },
  {
    id: 'saturation',
    term: 'Saturation',
    pillar: 'work',
    meaning: 'Work is waiting because a resource is fully used. More of it shows as a longer line.',
    sources: ['gregg-2012-methodically'],
  },
  {
    id: 'throughput',
    term: 'Throughput',
    pillar: 'work',
    meaning: 'How much is finished per second, whether or not anybody still wants it.',
  },
  {
    id: 'timeout',
    term: 'Timeout',
    pillar: 'work',
    meaning:
      'How long a caller waits before it gives up. Giving up tells nothing about whether the work was done.',
  },
  {
    id: 'two-choices',
    term: 'Two choices',
    also: ['power of two choices'],
    pillar: 'work',
    meaning:
      'Look at two servers picked at random and take the one with less to do. Nearly as good as looking at all of them.',
    sources: ['mitzenmacher-2001-two-choices'],
  },
  {
    id: 'universal-scalability-law',
    term: 'Universal scalability law',
    also: ['USL', 'coherence cost'],
    pillar: 'work',
    meaning:
      'Beside the serial part there is the cost of keeping each other informed, which grows with every pair: past a point more servers do less.',
    sources: ['gunther-2007-capacity'],
  },
  {
    id: 'utilisation',
    term: 'Utilisation',
    also: ['utilization', 'load'],
    pillar: 'work',
    meaning: 'The share of time a resource is busy. The nearer to all of it, the longer the line.',
    sources: ['gregg-2012-methodically'],
  },
] as const satisfies readonly TermRecord[]
