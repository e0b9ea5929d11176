import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { connect } from 'node:net'

import { joinedSchema, MAX_BODY_BYTES, refusalSchema } from '@five-pillars/room'
import type { Joined } from '@five-pillars/room'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { openRoom } from '../testing/open-room.ts'
import type { Room } from '../testing/open-room.ts'

let room: Room
let ada: Joined
let bob: Joined

beforeAll(async () => {
  room = await openRoom()
  ada = await room.join('Ada')
  bob = await room.join('Bob')
})
afterAll(() => room[Symbol.asyncDispose]())

/** A request as it is written, without a client that would mend it. */
function send(
  method: string,
  address: string,
  headers: Record<string, string>,
  body: string | Uint8Array = '',
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { port } = room.console
    const sent = request({ port, host: '127.0.0.1', method, path: address, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

function post(
  address: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  return send(
    'POST',
    address,
    {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      authorization: `Bearer ${ada.token}`,
      ...headers,
    },
    body,
  )
}

function code(text: string): string {
  return refusalSchema.parse(JSON.parse(text)).code
}

function aSubmission(changes: object = {}): string {
  return JSON.stringify({
    id: randomUUID(),
    exercise: 'quorum',
    source: 'export {}',
    kit: '0.1.0',
    ...changes,
  })
}

/** What is heard until the console ends the connection. */
function sendRaw(text: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(room.console.port, '127.0.0.1', () => socket.write(text))
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      heard += chunk
    })
    socket.once('close', () => resolve(heard))
  })
}

describe('what cannot be read as a request', () => {
  test('is refused in the words and under the policy of all others, and logged', async () => {
    const heard = await sendRaw('GET / HTTP/1.1\r\nhost: a b\0\r\n\r\n')
    expect(heard).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(heard).toContain("content-security-policy: default-src 'none'")
    expect(code(heard.split('\r\n\r\n')[1] ?? '')).toBe('bad-request')
    const long = await sendRaw(`GET / HTTP/1.1\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`)
    expect(long).toMatch(/^HTTP\/1\.1 431 /)
    await using own = await openRoom()
    await new Promise<void>((resolve) => {
      const socket = connect(own.console.port, '127.0.0.1', () => socket.write('\0'))
      socket.resume().once('close', () => resolve())
    })
    expect((await own.refusedLines()).join()).toContain('400 bad-request what cannot be read by')
  })

  test('takes nothing from the request before it on the same connection', async () => {
    const host = `host: 127.0.0.1:${room.console.port}`
    const events = `GET /api/events HTTP/1.1\r\n${host}\r\nauthorization: Bearer ${ada.token}\r\n\r\n{}`
    expect(await sendRaw(events)).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  })
})

test('whoever asks for the head of a stream alone has it, and may ask on', async () => {
  const host = `host: 127.0.0.1:${room.console.port}`
  const events = `HEAD /api/events HTTP/1.1\r\n${host}\r\nauthorization: Bearer ${ada.token}\r\n\r\n`
  const hello = `GET /api/hello HTTP/1.1\r\n${host}\r\nconnection: close\r\n\r\n`
  const heard = await sendRaw(events + hello)
  expect(heard.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200'])
  expect(heard).toContain('"fivePillars":"console"')
})

describe('a body', () => {
  test.each<[string, string | Uint8Array, Record<string, string>, number, string]>([
    ['over the limit', 'x'.repeat(MAX_BODY_BYTES + 1), {}, 413, 'too-large'],
    ['of text', aSubmission(), { 'content-type': 'text/plain' }, 415, 'wrong-type'],
    ['of no type', aSubmission(), { 'content-type': '' }, 415, 'wrong-type'],
    [
      'in UTF-16',
      aSubmission(),
      { 'content-type': 'application/json; charset=utf-16' },
      415,
      'wrong-type',
    ],
    ['packed', aSubmission(), { 'content-encoding': 'gzip' }, 415, 'wrong-type'],
    ['that is not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), {}, 400, 'bad-request'],
    ['that is not JSON', '{"id":', {}, 400, 'bad-request'],
    ['that is nothing', '', {}, 400, 'bad-request'],
    ['that is null', 'null', {}, 400, 'bad-request'],
    ['with a field more', aSubmission({ isAdmin: true }), {}, 400, 'bad-request'],
    ['with a prototype', '{"__proto__":{"id":1}}', {}, 400, 'bad-request'],
    ['with an id that is none', aSubmission({ id: '../../etc' }), {}, 400, 'bad-request'],
    ['with half a character', aSubmission({ source: '\ud800' }), {}, 400, 'bad-request'],
    [
      'with too long a source',
      aSubmission({ source: 'x'.repeat(262_145) }),
      {},
      400,
      'bad-request',
    ],
    ['for an exercise that is not there', aSubmission({ exercise: 'no-such' }), {}, 404, 'unknown'],
    ['for a way out', aSubmission({ exercise: '../quorum' }), {}, 400, 'bad-request'],
    ['for an object', aSubmission({ exercise: 'constructor' }), {}, 404, 'unknown'],
    ['nested deeply', '['.repeat(200_000), {}, 400, 'bad-request'],
  ])('%s is refused', async (_, body, headers, status, refusal) => {
    const answer = await post('/api/submissions', body, headers)
    expect([answer.status, code(answer.text)]).toEqual([status, refusal])
  })

  test('that says nothing of its length ends at the limit', async () => {
    const answer = await post('/api/submissions', 'x'.repeat(MAX_BODY_BYTES + 1), {
      'content-length': '',
      'transfer-encoding': 'chunked',
    }).catch(() => ({ status: 400, text: '' }))
    expect([400, 413]).toContain(answer.status)
  })

  test('that is half there is not taken', async () => {
    const body = aSubmission()
    const head = [
      'POST /api/submissions HTTP/1.1',
      `host: 127.0.0.1:${room.console.port}`,
      `authorization: Bearer ${ada.token}`,
      'content-type: application/json',
      `content-length: ${body.length}`,
    ].join('\r\n')
    await new Promise<void>((resolve) => {
      const socket = connect(room.console.port, '127.0.0.1', () => {
        socket.end(`${head}\r\n\r\n${body.slice(0, 40)}`)
      })
      socket.once('close', () => resolve()).resume()
    })
    const { status } = await room.ask('GET', `/api/submissions/${body.slice(7, 43)}`, {
      token: ada.token,
    })
    expect(status).toBe(404)
  })
})

describe('a foreign page', () => {
  test.each<[string, Record<string, string>, number]>([
    ['another host', { host: 'evil.example' }, 421],
    ['the right host at another port', { host: '127.0.0.1:1' }, 421],
    ['a host that is none', { host: '127.0.0.1:x@evil' }, 421],
    ['another origin', { origin: 'http://evil.example' }, 403],
    ['an origin that hides itself', { origin: 'null' }, 403],
    ['this machine, another port', { origin: 'http://127.0.0.1:3030' }, 403],
    ['another site, says the browser', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('that comes with %s gets nothing', async (_, headers, status) => {
    const host = `127.0.0.1:${room.console.port}`
    const asked = { host, authorization: `Bearer ${room.hostKey}`, ...headers }
    const answer = await send('GET', '/api/host/view', asked)
    expect([answer.status, code(answer.text)]).toEqual([status, 'not-allowed'])
  })

  test('of its own is answered', async () => {
    const origin = `http://127.0.0.1:${room.console.port}`
    const answer = await post('/api/submissions', aSubmission(), { origin })
    expect(answer.status).toBe(202)
  })
})

describe('an address', () => {
  test.each([
    '/assets/..%2f..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/join.html%00.js',
    '/api/solutions/..%2f..%2fhidden',
    '/api/solutions/__proto__',
    '/api/submissions/..%2f..',
    '/api/host/submissions?exercise=../quorum',
    '//etc/passwd',
    '/.git/config',
  ])('%s leads nowhere', async (address) => {
    const host = `127.0.0.1:${room.console.port}`
    const token = address.startsWith('/api/host') ? room.hostKey : ada.token
    const { status } = await send('GET', address, { host, authorization: `Bearer ${token}` })
    expect([400, 404, 405]).toContain(status)
  })
})

describe('somebody else', () => {
  test('learns nothing of a submission, and cannot send under its id', async () => {
    const { id } = await room.submit(ada, 'quorum', 'export const a = 1')
    const seen = await room.ask('GET', `/api/submissions/${id}`, { token: bob.token })
    const unknown = await room.ask('GET', `/api/submissions/${randomUUID()}`, { token: bob.token })
    expect(seen).toMatchObject({ status: 404, body: unknown.body })
    const { status } = await room.ask('POST', '/api/submissions', {
      token: bob.token,
      body: { id, exercise: 'quorum', source: 'mine', kit: '0.1.0' },
    })
    expect(status).toBe(409)
  })

  test('cannot give leave for what is not theirs', async () => {
    const { id } = await room.submit(ada, 'quorum', 'export const b = 1')
    await room.ask('POST', '/api/host/ask-leave', {
      token: room.hostKey,
      body: { submission: id },
    })
    const body = { submission: id, isGiven: true }
    expect((await room.ask('POST', '/api/leave-to-show', { token: bob.token, body })).status).toBe(
      404,
    )
    expect((await room.ask('POST', '/api/leave-to-show', { token: ada.token, body })).status).toBe(
      200,
    )
  })

  test('with a token that was taken over by another laptop is out', async () => {
    const old = await room.join('Eve')
    const { body } = await room.ask('POST', '/api/return', {
      body: { personalCode: old.personalCode },
    })
    expect(body).toMatchObject({ learner: old.learner })
    const answer = await room.ask('POST', '/api/leave', { token: old.token })
    expect([answer.status, answer.body]).toMatchObject([401, { code: 'not-allowed' }])
  })
})

describe('a request that is repeated', () => {
  test('is the same submission', async () => {
    const id = randomUUID()
    const first = await room.submit(ada, 'hash-ring', 'export {}', id)
    const again = await room.submit(ada, 'hash-ring', 'export {}', id)
    expect(again).toEqual(first)
    const { status, body } = await room.ask('POST', '/api/submissions', {
      token: ada.token,
      body: { id, exercise: 'hash-ring', source: 'export default 1', kit: '0.1.0' },
    })
    expect([status, body]).toMatchObject([409, { code: 'conflict' }])
  })

  test('is the same joining until its token was used', async () => {
    const body = { request: randomUUID(), nickname: 'Twice', roomCode: room.console.roomCode }
    const first = await room.ask('POST', '/api/join', { body })
    const again = await room.ask('POST', '/api/join', { body })
    expect(again).toMatchObject({ status: 201 })
    const [one, two] = [first, again].map((answer) => joinedIn(answer.body))
    expect(two?.learner).toBe(one?.learner)
    expect((await room.ask('POST', '/api/leave', tokenOf(one))).status).toBe(401)
    expect((await room.ask('POST', '/api/leave', tokenOf(two))).status).toBe(200)
    expect(await room.ask('POST', '/api/join', { body })).toMatchObject({
      status: 409,
      body: { code: 'nickname-taken' },
    })
  })
})

function tokenOf(joined: Joined | undefined): { token: string } {
  return { token: joined?.token ?? '' }
}

function joinedIn(body: unknown): Joined {
  return joinedSchema.parse(body)
}

describe('markup', () => {
  const hostile = '<img src=x onerror=alert(1)>'

  test('is text: in nicknames, in code, in notes', async () => {
    const mallory = await room.join(hostile)
    await room.submit(mallory, 'quorum', `${hostile}</script>`)
    await room.ask('POST', '/api/hand', {
      token: mallory.token,
      body: { isRaised: true, exercise: null, note: hostile },
    })
    const view = await room.ask('GET', '/api/host/view', { token: room.hostKey })
    expect(view.headers.get('content-type')).toBe('application/json')
    expect(view.body).toMatchObject({
      learners: expect.arrayContaining([
        expect.objectContaining({
          nickname: hostile,
          hand: expect.objectContaining({ note: hostile }),
        }),
      ]),
    })
  })

  test.each([
    'a\u202eb',
    'a\u0000b',
    '',
    ' '.repeat(5),
    'x'.repeat(33),
    'ADA',
    '\uff21\uff44\uff41',
  ])('or what cannot be told apart is no nickname: %j', async (nickname) => {
    const { status } = await room.ask('POST', '/api/join', {
      body: { request: randomUUID(), nickname, roomCode: room.console.roomCode },
    })
    expect([400, 409]).toContain(status)
  })
})
