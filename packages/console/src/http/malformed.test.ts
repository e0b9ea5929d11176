import { connect } from 'node:net'

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { openRoom } from '../testing/open-room.ts'
import type { Room } from '../testing/open-room.ts'
import { malformedRequest } from './malformed-request.ts'
import { routes } from './routes.ts'

/** Requests that are under way at once. */
const TOGETHER = 25
/** So many that hardly any is refused for coming too often. */
const LEARNERS = 60

let room: Room
let tokens: readonly string[]

beforeAll(async () => {
  room = await openRoom()
  const joined = Array.from({ length: LEARNERS }, (_, index) => room.join(`Learner ${index}`))
  const learners = (await Promise.all(joined)).map(({ token }) => token)
  tokens = [...learners, room.hostKey, 'A'.repeat(43), '']
})
afterAll(() => room[Symbol.asyncDispose]())

/** Sends bytes as they are, and hears all that comes back until the connection ends. */
function send(bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(room.console.port, '127.0.0.1', () => socket.end(bytes))
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      // A stream of events would not end: its head is enough.
      heard = (heard + chunk).slice(0, 1_000_000)
      if (heard.includes('text/event-stream')) socket.destroy()
    })
    socket.once('error', () => {})
    socket.once('close', () => resolve(heard))
  })
}

test('whatever is sent, the console says no worse than that it was wrong, and goes on', async () => {
  const seen = new Set<number>()
  const host = `127.0.0.1:${room.console.port}`
  const request = malformedRequest({ routes: Object.values(routes), tokens, host })
  await fc.assert(
    fc.asyncProperty(
      fc.array(request, { minLength: TOGETHER, maxLength: TOGETHER }),
      async (requests) => {
        const heard = await Promise.all(requests.map(send))
        const statuses = heard.flatMap((text) =>
          [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status)),
        )
        expect(statuses.filter((status) => status >= 500)).toEqual([])
        for (const status of statuses) seen.add(status)
        // Another one is answered, or told to wait: nothing hangs.
        const { status } = await room.ask('GET', '/api/hello')
        expect([200, 429]).toContain(status)
      },
    ),
    { numRuns: 30 },
  )
  // They come to every door that there is, and through some of them.
  expect([...seen]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 405, 415, 421]))
  const { body } = await room.ask('GET', '/api/host/view', { token: room.hostKey })
  expect(body).toMatchObject({ troubles: [] })
})
