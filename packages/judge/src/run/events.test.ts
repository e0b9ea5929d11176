import { expect, test } from 'vitest'

import { eventSchema } from './events.ts'

function replayOf(replay: string): unknown {
  const error = { name: 'Error', message: 'It broke.', stack: '', replay }
  const finished = { kind: 'finished', test: 'a', state: 'failed', errors: [error], ms: 1 }
  const { event } = eventSchema.parse({ nonce: 'n', event: finished })
  return event.kind === 'finished' ? event.errors[0]?.replay : undefined
}

test('what is no token is dropped, since it would stand in a command to be copied', () => {
  expect(replayOf('eyJraXQ-_.1a2b')).toBe('eyJraXQ-_.1a2b')
  expect(replayOf('x.y; rm -rf ~')).toBeUndefined()
  expect(replayOf(`${'a'.repeat(9000)}.b`)).toBeUndefined()
})
