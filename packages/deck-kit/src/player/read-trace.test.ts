import { expect, test } from 'vitest'

import example from '../../example/stale-leader.trace.json'
import { readTrace } from './read-trace.ts'

test('the JSON of a trace is read as one', () => {
  expect(readTrace(example)).toEqual({ kind: 'trace', trace: example })
})

test('what is no trace is refused with the place of what is wrong', () => {
  const back = [
    { at: 5, kind: 'heal' },
    { at: 4, kind: 'heal' },
  ]
  const reasons = [undefined, { ...example, version: 2 }, { ...example, events: back }].map(
    (data) => {
      const read = readTrace(data)
      return read.kind === 'unreadable' ? read.why : 'readable'
    },
  )
  expect(reasons).toEqual([
    'Not a trace: trace is missing: it has to be an object.',
    'Not a trace: trace.version is 2: it has to be 1.',
    'Not a trace: trace.events[1].at is 4, after one at 5.',
  ])
})
