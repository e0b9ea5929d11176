import { expect, test } from 'vitest'

import { smallTrace } from './small-trace.ts'
import { stepsOf } from './steps.ts'

test('each time at which something is seen is a step, told by the weightiest thing', () => {
  const steps = stepsOf(
    smallTrace({
      show: { gauges: ['queue'] },
      events: [
        { at: 5, kind: 'timer', node: 'a', name: 'election' },
        { at: 10, kind: 'send', message: 0, from: 'a', to: 'b', label: 'vote?' },
        { at: 20, kind: 'deliver', message: 0 },
        { at: 20, kind: 'emit', node: 'b', event: 'voted', data: { term: 1 } },
        { at: 20, kind: 'emit', node: 'b', event: 'queue', data: 2 },
        { at: 30, kind: 'invoke', operation: 0, client: 'x', key: 'k', text: 'read k' },
        { at: 40, kind: 'return', operation: 0, outcome: 'ok', text: '3' },
        { at: 50, kind: 'pause', node: 'c' },
        { at: 60, kind: 'links', cut: [] },
      ],
      findings: [{ at: 40, kind: 'linearizability', rule: 'r', text: 'x read 3, which is old' }],
    }),
  )
  expect(steps.map(({ at, text }) => `${at} ${text}`)).toEqual([
    '0 the beginning',
    '10 a → b: vote?',
    '20 b: voted term 1 (and 1 more)',
    '30 x: read k',
    '40 x read 3, which is old (and 1 more)',
    '50 c stands still',
    '1000 the end',
  ])
})
