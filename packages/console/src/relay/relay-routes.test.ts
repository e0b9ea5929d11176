import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { deckById } from '@five-pillars/content'
import type { RelayRole } from '@five-pillars/deck-kit/relay'
import fc from 'fast-check'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { deckRoutes } from './deck-routes.ts'
import { PHONE_COOKIE, relayRoutes } from './relay-routes.ts'
import { Relay } from './relay.ts'
import { withoutNotes } from './without-notes.ts'

const FOLLOW = 'f'.repeat(43)
const REMOTE = 'r'.repeat(43)
const HOST = 'h'.repeat(43)
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

function roleOfToken(token: string): 'follow' | 'remote' | undefined {
  if (token === FOLLOW) return 'follow'
  return token === REMOTE ? 'remote' : undefined
}

function room(): { app: Hono; relay: Relay; end: () => void } {
  const relay = new Relay('epoch')
  const closing = new AbortController()
  const decks = [deckById('work'), deckById('state')]
  const app = new Hono()
  const parts = {
    decks,
    roleOf: (c: Parameters<typeof getCookie>[0]): RelayRole | undefined => {
      const token = getCookie(c, PHONE_COOKIE) ?? ''
      return token === HOST ? 'host' : roleOfToken(token)
    },
  }
  app.route('/decks', deckRoutes({ ...parts, root }))
  app.route('/', relayRoutes({ ...parts, relay, roleOfToken, closing: closing.signal }))
  return { app, relay, end: () => closing.abort() }
}

function as(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { cookie: `${PHONE_COOKIE}=${token}` }
}

function post(token: string | undefined, body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { ...as(token), 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }
}

const MOVE = {
  deck: 'work',
  epoch: 'epoch',
  basis: 0,
  position: { page: 2, clicks: 0, total: null },
}

const EVERYBODY = [
  ['nobody', undefined],
  ['a stranger', 'x'.repeat(43)],
  ['follow', FOLLOW],
  ['remote', REMOTE],
  ['host', HOST],
] as const

describe('who may do what', () => {
  test.each(EVERYBODY)('%s', async (who, token) => {
    const { app } = room()
    const isIn = who === 'follow' || who === 'remote' || who === 'host'
    const get = async (address: string): Promise<number> =>
      (await app.request(address, { headers: as(token) })).status
    expect(await get('/phone')).toBe(200)
    expect(await get('/decks/work/')).toBe(isIn ? 200 : 403)
    expect(await get('/decks/work/assets/index-a1b2.js')).toBe(isIn ? 200 : 403)
    expect(await get('/decks/work/assets/index-a1b2.css')).toBe(isIn ? 200 : 403)
    expect(await get('/decks/state/')).toBe(isIn ? 503 : 403)
    expect(await get('/api/relay/run')).toBe(isIn ? 200 : 401)
    expect(await get('/api/relay/events?deck=wrok')).toBe(isIn ? 404 : 401)
    const moved = await app.request('/api/relay/move', post(token, MOVE))
    expect(moved.status).toBe(
      { nobody: 401, 'a stranger': 401, follow: 403, remote: 200, host: 200 }[who],
    )
  })

  test('a phone enters with its token and with no other', async () => {
    const { app } = room()
    const entered = await app.request('/api/relay/enter', post(undefined, { token: REMOTE }))
    expect(await entered.json()).toEqual({ role: 'remote', deck: null })
    expect(entered.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/u)
    const refused = await app.request(
      '/api/relay/enter',
      post(undefined, { token: 'y'.repeat(43) }),
    )
    expect(refused.status).toBe(403)
    expect(refused.headers.get('set-cookie')).toBeNull()
  })
})

describe('a built deck', () => {
  test('is told by whom and in which role it is served', async () => {
    const { app } = room()
    const page = await (await app.request('/decks/work/', { headers: as(FOLLOW) })).text()
    expect(page).toContain('<meta name="five-pillars-relay" content="work" data-role="follow">')
  })

  test('gives its notes to who moves the talk, and to nobody else', async () => {
    const { app } = room()
    const script = async (token: string): Promise<Response> =>
      app.request('/decks/work/assets/index-a1b2.js', { headers: as(token) })
    const [follows, moves] = [await script(FOLLOW), await script(REMOTE)]
    expect(await moves.text()).toBe(BUNDLE)
    expect(await follows.text()).toBe(
      'var a={title:"T",noteHTML:"",next:1},b={noteHTML:"",note:"a label"}',
    )
    expect(follows.headers.get('etag')).not.toBe(moves.headers.get('etag'))
    const again = await app.request('/decks/work/assets/index-a1b2.js', {
      headers: { ...as(FOLLOW), 'if-none-match': moves.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(200)
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
    '/decks/work/assets/../../slides.md',
    '/decks/work/assets/%2e%2e/%2e%2e/slides.md',
    '/decks/work/assets/..%2f..%2fslides.md',
    '/decks/work/assets/..%5c..%5cslides.md',
    '/decks/work/slides.md',
    '/decks/work/dist/index.html',
  ])('is all that is served: %s', async (address) => {
    const { app } = room()
    const answer = await app.request(address, { headers: as(HOST) })
    expect(await answer.text()).not.toContain('source')
    expect(answer.status).toBe(404)
  })
})

describe('a move', () => {
  test('that was made without knowing the one before is not taken', async () => {
    const { app, relay } = room()
    const move = async (basis: number, page: number): Promise<unknown> => {
      const asked = { ...MOVE, basis, position: { ...MOVE.position, page } }
      return (await app.request('/api/relay/move', post(REMOTE, asked))).json()
    }
    expect(await move(0, 2)).toMatchObject({ revision: 1, isTaken: true })
    expect(await move(0, 7)).toMatchObject({ revision: 1, isTaken: false, position: { page: 2 } })
    expect(await move(0, 2)).toMatchObject({ revision: 1, isTaken: true })
    expect(await move(1, 7)).toMatchObject({ revision: 2, isTaken: true })
    expect(relay.current).toBe('work')
  })

  test.each([
    ['is no JSON', '{'],
    ['is no object', '[]'],
    ['has no slide', { ...MOVE, position: { page: 0, clicks: 0, total: null } }],
    ['has a slide and a half', { ...MOVE, position: { page: 1.5, clicks: 0, total: null } }],
    ['has more than it should', { ...MOVE, role: 'host' }],
  ])('that %s is refused', async (_, body) => {
    const { app, relay } = room()
    const answer = await app.request('/api/relay/move', post(HOST, body))
    expect(answer.status).toBe(400)
    expect(relay.current).toBeNull()
  })

  test('of a deck that is none is refused', async () => {
    const { app } = room()
    expect(
      (await app.request('/api/relay/move', post(HOST, { ...MOVE, deck: 'wrok' }))).status,
    ).toBe(404)
  })
})

test('a stream tells how things are, then what changes, and ends with the console', async () => {
  const { app, relay, end } = room()
  const answer = await app.request('/api/relay/events?deck=work', { headers: as(FOLLOW) })
  const text = answer.text()
  await new Promise(setImmediate)
  relay.move(MOVE)
  relay.show({ id: 'one', title: 'A run', about: '', trace: null, text: '' })
  await new Promise(setImmediate)
  end()
  const told = (await text).split('\n').filter((line) => line.startsWith('data: '))
  expect(told.map((line): unknown => JSON.parse(line.slice(6)))).toEqual([
    { kind: 'position', epoch: 'epoch', revision: 0, position: null, isLed: false },
    { kind: 'shown', run: null },
    { kind: 'deck', deck: 'work' },
    { kind: 'position', epoch: 'epoch', revision: 1, position: MOVE.position, isLed: false },
    { kind: 'shown', run: 'one' },
  ])
})
