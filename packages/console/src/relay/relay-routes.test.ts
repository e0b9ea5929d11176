import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { MoveAnswer } from '@five-pillars/deck-kit/relay'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { openConsole } from '../open-console.ts'
import type { Console } from '../open-console.ts'
import { withoutNotes } from './without-notes.ts'

const NOTE = 'The room will ask about `clocks`, "of course"'
const BUNDLE = `var a={title:"T",noteHTML:${JSON.stringify(NOTE)},next:1},b={noteHTML:\`${NOTE.replaceAll('`', '\\`')}\`,note:"a label"}`

let root = ''

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'relay ö '))
  const dist = path.join(root, 'decks/work/dist')
  await mkdir(path.join(dist, 'assets'), { recursive: true })
  await writeFile(path.join(dist, 'index.html'), '<!DOCTYPE html>\n<head>\n<title>Work</title>')
  await writeFile(path.join(dist, 'assets/index-a1b2.js'), BUNDLE)
  await writeFile(path.join(dist, 'assets/index-a1b2.css'), 'a{}')
  await writeFile(path.join(root, 'decks/work/slides.md'), 'source')
})

afterAll(() => rm(root, { recursive: true, force: true }))

const rooms: Console[] = []

afterEach(async () => {
  await Promise.all(rooms.splice(0).map((each) => each.close()))
})

/** A console over decks of a temporary repository, with a phone of each kind. */
class Room {
  readonly console: Console
  readonly #key: string
  #cookies = new Map<string, string>()

  constructor(opened: Console) {
    this.console = opened
    this.#key = new URL(opened.hostUrl).hash.slice('#key='.length)
  }

  static async open(): Promise<Room> {
    const folder = await mkdtemp(path.join(root, 'room-'))
    const opened = await openConsole({ root, folder, port: 0 })
    rooms.push(opened)
    const room = new Room(opened)
    for (const role of ['follow', 'remote'] as const) {
      const { url } = await room.json<{ url: string }>('host', '/api/host/tokens', { for: role })
      const entered = await room.enter(new URL(url).hash.slice(1))
      const [cookie = ''] = entered.headers.getSetCookie()
      room.#cookies.set(role, cookie.split(';')[0] ?? '')
    }
    return room
  }

  enter(token: string): Promise<Response> {
    return this.ask('nobody', '/api/relay/enter', { token })
  }

  /** GET without a body, POST with one. */
  ask(
    who: string,
    address: string,
    body?: unknown,
    headers: Record<string, string> = {},
    method = body === undefined ? 'GET' : 'POST',
  ): Promise<Response> {
    const cookie =
      who === 'a stranger' ? `five-pillars-phone=${'x'.repeat(43)}` : this.#cookies.get(who)
    return fetch(new URL(address, this.console.url), {
      method,
      headers: {
        ...headers,
        ...(cookie === undefined ? {} : { cookie }),
        ...(who === 'host' ? { authorization: `Bearer ${this.#key}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }

  async json<Shape>(who: string, address: string, body?: unknown): Promise<Shape> {
    const answer = await this.ask(who, address, body)
    const said: Shape = JSON.parse(await answer.text())
    return said
  }

  /** The host moves, knowing how it is. */
  async moveTo(page: number): Promise<MoveAnswer> {
    const asked = {
      deck: 'work',
      epoch: '',
      basis: 0,
      position: { page: 1, clicks: 0, total: null },
    }
    const { epoch, revision: basis } = await this.json<MoveAnswer>('host', '/api/relay/move', asked)
    const position = { page, clicks: 0, total: null }
    return this.json('host', '/api/relay/move', { deck: 'work', epoch, basis, position })
  }
}

const MOVE = { deck: 'work', epoch: '', basis: 0, position: { page: 2, clicks: 0, total: null } }

describe('who may do what', () => {
  test.each([
    ['nobody', 401],
    ['a stranger', 401],
    ['follow', 200],
    ['remote', 200],
    ['host', 200],
  ])('%s', async (who, status) => {
    const room = await Room.open()
    const get = async (address: string): Promise<number> => {
      const answer = await room.ask(who, address)
      await answer.body?.cancel()
      return answer.status
    }
    expect(await get('/phone')).toBe(200)
    expect(await get('/phone/phone.js')).toBe(200)
    expect(await get('/decks/work/')).toBe(status)
    expect(await get('/decks/work/assets/index-a1b2.js')).toBe(status)
    expect(await get('/decks/work/assets/index-a1b2.css')).toBe(status)
    expect(await get('/decks/state/')).toBe(status === 200 ? 503 : status)
    expect(await get('/api/relay/run')).toBe(status)
    expect(await get('/api/relay/events?deck=work')).toBe(status)
    const moved = await room.ask(who, '/api/relay/move', MOVE)
    expect(moved.status).toBe(who === 'follow' ? 403 : status)
    const made = await room.ask(who, '/api/host/tokens', { for: 'remote' })
    expect(made.status).toBe({ 401: 401, 200: who === 'host' ? 201 : 403 }[status])
  })

  test('a phone comes in with a code of now, and with no other', async () => {
    const room = await Room.open()
    const make = async (body: object): Promise<string> => {
      const { url } = await room.json<{ url: string }>('host', '/api/host/tokens', body)
      return new URL(url).hash.slice(1)
    }
    const remote = await make({ for: 'remote' })
    const entered = await room.enter(remote)
    expect(await entered.json()).toEqual({ role: 'remote', deck: null })
    expect(entered.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/u)
    // That for followers is on the screen, and the same for all; each phone has its own proof.
    const follow = await make({ for: 'follow' })
    expect(await make({ for: 'follow' })).toBe(follow)
    const proofs = await Promise.all([room.enter(follow), room.enter(follow)])
    expect(new Set(proofs.map(({ headers }) => headers.get('set-cookie'))).size).toBe(2)
    // A new one ends those who came by the old one, and nobody else.
    expect(await make({ for: 'follow', isNew: true })).not.toBe(follow)
    expect((await room.enter(follow)).status).toBe(403)
    expect((await room.ask('follow', '/api/relay/run')).status).toBe(401)
    expect((await room.ask('remote', '/api/relay/run')).status).toBe(200)
    await room.ask('host', '/api/host/tokens', undefined, {}, 'DELETE')
    expect((await room.enter(remote)).status).toBe(403)
    expect((await room.enter(follow)).status).toBe(403)
    expect((await room.ask('remote', '/api/relay/run')).status).toBe(401)
    expect((await room.enter('y'.repeat(43))).headers.get('set-cookie')).toBeNull()
  })
})

describe('a built deck', () => {
  test('is told by whom and in which role it is served', async () => {
    const room = await Room.open()
    const answer = await room.ask('follow', '/decks/work/')
    expect(await answer.text()).toContain(
      '<meta name="five-pillars-relay" content="work" data-role="follow">',
    )
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
  })

  test('gives its notes to who moves the talk, and to nobody else', async () => {
    const room = await Room.open()
    const address = '/decks/work/assets/index-a1b2.js'
    const moves = await room.ask('remote', address)
    const follows = await room.ask('follow', address)
    expect(await moves.text()).toBe(BUNDLE)
    expect(await follows.text()).toBe(
      'var a={title:"T",noteHTML:"",next:1},b={noteHTML:"",note:"a label"}',
    )
    const again = async (who: string): Promise<number> =>
      (
        await room.ask(who, address, undefined, {
          'if-none-match': moves.headers.get('etag') ?? '',
        })
      ).status
    expect(await again('remote')).toBe(304)
    expect(await again('follow')).toBe(200)
  })

  test('loses no character of its code with the notes', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('"', "'", '`'), (note, quote) => {
        const inner = JSON.stringify(note)
          .slice(1, -1)
          .replaceAll(/['`]|\$(?=\{)/gu, String.raw`\$&`)
        const value = `${quote}${inner}${quote}`
        expect(withoutNotes(`({noteHTML:${value},after:\`}\`})`)).toBe('({noteHTML:"",after:`}`})')
      }),
    )
  })

  test.each([
    '/decks/work/assets/..%2f..%2fslides.md',
    '/decks/work/assets/..%5c..%5cslides.md',
    '/decks/work/assets/modules/..%2f..%2f..%2fslides.md',
    '/decks/work/assets/%2e%2e/slides.md',
    '/decks/work/assets/..%2f../slides.md',
    '/decks/work/slides.md',
    '/decks/work%2f..%2fwork/',
    '/decks/wrok/',
  ])('is all that is served: %s', async (address) => {
    const room = await Room.open()
    expect((await room.ask('host', address)).status).toBe(404)
  })

  test('that is not built says what to do, as a sentence to who opens it', async () => {
    const room = await Room.open()
    const opened = await room.ask('host', '/decks/state/')
    expect(await opened.json()).toMatchObject({ code: 'not-ready' })
  })
})

describe('a move', () => {
  test('that was made without knowing the one before is not taken', async () => {
    const room = await Room.open()
    const { epoch, revision: basis } = await room.moveTo(1)
    const move = (from: number, page: number): Promise<MoveAnswer> => {
      const position = { page, clicks: 0, total: null }
      return room.json('remote', '/api/relay/move', { deck: 'work', epoch, basis: from, position })
    }
    expect(await move(basis, 2)).toMatchObject({ revision: basis + 1, isTaken: true })
    expect(await move(basis, 7)).toMatchObject({ isTaken: false, position: { page: 2 } })
    expect(await move(basis, 2)).toMatchObject({ revision: basis + 1, isTaken: true })
    expect(await move(basis + 1, 7)).toMatchObject({ revision: basis + 2, isTaken: true })
  })

  test.each([
    ['is no object', []],
    ['has no slide', { ...MOVE, position: { page: 0, clicks: 0, total: null } }],
    ['has a slide and a half', { ...MOVE, position: { page: 1.5, clicks: 0, total: null } }],
    ['has more than it should', { ...MOVE, role: 'host' }],
  ])('that %s is refused', async (_, body) => {
    const room = await Room.open()
    expect((await room.ask('host', '/api/relay/move', body)).status).toBe(400)
  })

  test('of a deck that is none is refused', async () => {
    const room = await Room.open()
    expect((await room.ask('host', '/api/relay/move', { ...MOVE, deck: 'wrok' })).status).toBe(404)
  })

  test('is told to who follows: how it stands, and what changes', async () => {
    const room = await Room.open()
    await room.moveTo(3)
    const { body } = await room.ask('follow', '/api/relay/events?deck=work')
    const told: unknown[] = []
    for await (const chunk of body ?? []) {
      const lines = Buffer.from(chunk).toString().split('\n')
      told.push(
        ...lines
          .filter((line) => line.startsWith('data: '))
          .map((line) => JSON.parse(line.slice(6))),
      )
      if (told.length === 3) await room.moveTo(4)
      if (told.length >= 4) break
    }
    expect(told.slice(0, 3)).toMatchObject([
      { kind: 'deck', deck: 'work' },
      { kind: 'position', position: { page: 3 } },
      { kind: 'shown', run: null },
    ])
    expect(told.at(-1)).toMatchObject({ kind: 'position', position: { page: 4 } })
  })
})
