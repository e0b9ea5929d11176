import type { Trace } from '@five-pillars/simulator'

/** A trace for tests: three servers and a client, with what a test puts in the place of defaults. */
export function smallTrace(given: Partial<Trace>): Trace {
  return {
    version: 1,
    world: 'small',
    kit: '0.1.0',
    seed: 1,
    nodes: [
      { id: 'a', role: 'server' },
      { id: 'b', role: 'server' },
      { id: 'c', role: 'server' },
      { id: 'x', role: 'client' },
    ],
    endMs: 1000,
    healedAt: null,
    events: [],
    findings: [],
    hash: 'small',
    show: {},
    ...given,
  }
}
