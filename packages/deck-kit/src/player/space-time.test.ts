import { expect, test } from 'vitest'

import example from '../../example/stale-leader.trace.json'
import { readTrace } from './read-trace.ts'
import { smallTrace } from './small-trace.ts'
import { spaceTime } from './space-time.ts'

test('a run is drawn as a diagram where it has the room', () => {
  const read = readTrace(example)
  const draw = (room: number): string | undefined =>
    read.kind === 'trace' ? spaceTime(read.trace, { id: 'one', room }) : undefined
  expect(draw(400)).toContain('x read 1 after y had written 2')
  expect(draw(100)).toBeUndefined()
})

test('a world with queues is not drawn as one', () => {
  expect(spaceTime(smallTrace({ show: { gauges: ['queue'] } }), { id: 'two', room: 400 })).toBe(
    undefined,
  )
})
