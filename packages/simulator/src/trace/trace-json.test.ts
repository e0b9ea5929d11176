import { expect, test } from 'vitest'

import { traceJson } from './trace-json.ts'
import type { Trace } from './trace.ts'

const trace: Trace = {
  version: 1,
  world: 'two-nodes',
  kit: '1',
  seed: 7,
  nodes: [{ id: 'a', role: 'server' }],
  endMs: 2,
  healedAt: null,
  events: [
    { at: 0, kind: 'start', node: 'a' },
    { at: 1, kind: 'emit', node: 'a', event: 'queue', data: 3 },
  ],
  findings: [],
  hash: '0',
  show: {},
}

test('a trace as a file is that trace, with one event a line', () => {
  const text = traceJson(trace)
  expect(JSON.parse(text)).toEqual(trace)
  expect(text.split('\n')).toContain('{"at":1,"kind":"emit","node":"a","event":"queue","data":3}')
})

test('a trace without events is a file too', () => {
  expect(JSON.parse(traceJson({ ...trace, events: [] }))).toEqual({ ...trace, events: [] })
})
