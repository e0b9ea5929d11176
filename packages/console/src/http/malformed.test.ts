import path from 'node:path'

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { flood } from '../testing/flood.ts'
import { writePages } from '../testing/made-up-pages.ts'
import { openRoom } from '../testing/open-room.ts'
import type { Room } from '../testing/open-room.ts'
import { malformedRequest } from './malformed-request.ts'
import { routes } from './routes.ts'

/** Requests that are under way at once. */
const TOGETHER = 25
/** So many that hardly any is refused for coming too often. */
const LEARNERS = 60
/** A request in some ten is the host's. */
const HOSTS = Array.from({ length: 6 })

let room: Room
let proofs: readonly string[]

beforeAll(async () => {
  room = await openRoom()
  await writePages(path.join(room.folder, 'pages'))
  const joined = Array.from({ length: LEARNERS }, (_, index) => room.join(`Learner ${index}`))
  const tokens = (await Promise.all(joined)).map(({ token }) => token)
  const all = [...tokens, ...HOSTS.map(() => room.hostKey), 'A'.repeat(43)]
  proofs = [...all.map((token) => `authorization: Bearer ${token}`), '']
})
afterAll(() => room[Symbol.asyncDispose]())

// `npm run bench -- console malformed` sends a hundred thousand of them to a process.
test('whatever is sent, the console says no worse than that it was wrong, and goes on', async () => {
  const seen = new Set<number>()
  const host = `127.0.0.1:${room.console.port}`
  const request = malformedRequest({ routes: Object.values(routes), proofs, host })
  await fc.assert(
    fc.asyncProperty(
      fc.array(request, { minLength: TOGETHER, maxLength: TOGETHER }),
      async (requests) => {
        const { port } = room.console
        const { statuses, hung, unanswered } = await flood({
          port,
          requests,
          together: TOGETHER,
          isPatient: false,
        })
        expect(hung).toEqual([])
        expect(unanswered).toEqual([])
        expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([])
        for (const status of statuses.keys()) seen.add(status)
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
