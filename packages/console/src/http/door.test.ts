import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { LEARNER_BURST, LEARNER_REQUESTS_A_SECOND } from '@five-pillars/room'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { openRoom } from '../testing/open-room.ts'
import type { Room } from '../testing/open-room.ts'
import { createDoor } from './door.ts'
import { RefusalLog } from './refusal-log.ts'

describe('whoever drips a request slowly', () => {
  const head = 'POST / HTTP/1.1\r\nhost: me\r\ncontent-length: 100\r\n'

  test.each([
    ['its head', head],
    ['its body', `${head}\r\nabc`],
    ['nothing at all', ''],
  ])('is cut off: %s', async (_, text) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'door '))
    const door = createDoor(
      {
        isOwnHost: () => true,
        refusals: new RefusalLog(path.join(folder, 'refused.log')),
        answer: (incoming, outgoing) => {
          incoming.resume().once('end', () => outgoing.end())
        },
      },
      { headersMs: 60, requestMs: 120, checkMs: 20 },
    )
    door.listen(0, '127.0.0.1')
    await once(door, 'listening')
    const socket = connect(portOf(door.address()), '127.0.0.1')
    let heard = ''
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      heard += chunk
    })
    socket.write(text)
    await once(socket, 'close')
    expect(heard === '' || heard.startsWith('HTTP/1.1 408')).toBe(true)
    door.close()
    await rm(folder, { recursive: true })
  })
})

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}

describe('a flood', () => {
  let room: Room
  beforeAll(async () => {
    room = await openRoom()
  })
  afterAll(() => room[Symbol.asyncDispose]())

  test('of one learner is refused, and nobody else notices', async () => {
    const flooder = await room.join('Flooder')
    const other = await room.join('Other')
    const beganAt = performance.now()
    const ask = (token: string): Promise<number> =>
      room.ask('GET', `/api/submissions/${randomUUID()}`, { token }).then(({ status }) => status)
    const flood = Array.from({ length: 400 }, () => ask(flooder.token))
    const calm = ask(other.token)
    const statuses = await Promise.all(flood)
    const seconds = (performance.now() - beganAt) / 1000
    const answered = statuses.filter((status) => status === 404).length
    expect(answered).toBeGreaterThanOrEqual(Math.min(400, LEARNER_BURST))
    expect(answered).toBeLessThanOrEqual(LEARNER_BURST + seconds * LEARNER_REQUESTS_A_SECOND + 1)
    expect(statuses.filter((status) => status === 429).length).toBe(400 - answered)
    expect(await calm).toBe(404)
  })

  test('of guesses at the code and at the key is slowed down', async () => {
    const guess = (address: string, body: object): Promise<number> =>
      room.ask('POST', address, { body }).then(({ status }) => status)
    const keys: number[] = []
    for (let index = 0; index < 8; index += 1) {
      keys.push(await guess('/api/host/enter', { key: `wrong ${index}` }))
    }
    expect(keys).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
    // The right one has to wait as well: otherwise the answer would tell which one is right.
    const { status, headers } = await room.ask('POST', '/api/host/enter', {
      body: { key: room.hostKey },
    })
    expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true])
    const codes: number[] = []
    for (let index = 0; index < 35; index += 1) {
      codes.push(await guess('/api/return', { personalCode: 'AAAA-BBBB-CCCC' }))
    }
    expect(codes.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 401))
    expect(codes.at(-1)).toBe(429)
  })

  test('costs the log one line for each kind', async () => {
    const lines = await room.refusedLines()
    expect(
      lines.filter((line) => line.includes('429 too-many-requests GET /api/submissions/:id')),
    ).toHaveLength(1)
    expect(lines.join('\n')).toMatch(/ 5× 401 wrong-code POST \/api\/host\/enter by 127\.0\.0\.1/)
  })
})

describe('a connection', () => {
  test('over which a refused body still comes is closed', async () => {
    await using room = await openRoom()
    const body = 'x'.repeat(2_000_000)
    const sent = request({ port: room.console.port, method: 'POST', path: '/api/join' })
    sent.setHeader('content-type', 'application/json')
    sent.once('error', () => {})
    sent.end(body)
    const answer = await new Promise<number>((resolve) => {
      sent.once('response', (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
      sent.once('close', () => resolve(413))
    })
    expect(answer).toBe(413)
    expect((await room.ask('GET', '/api/hello')).status).toBe(200)
  })
})
