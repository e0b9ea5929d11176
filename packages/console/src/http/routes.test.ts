import { randomUUID } from 'node:crypto'
import path from 'node:path'

import { refusalSchema } from '@five-pillars/room'
import type { Joined } from '@five-pillars/room'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

import { writePages } from '../testing/made-up-pages.ts'
import { openRoom } from '../testing/open-room.ts'
import type { Answer, Room } from '../testing/open-room.ts'
import { mayAsk, routes } from './routes.ts'
import type { Role, RouteName } from './routes.ts'

/** Whom a route is tried as, and whether their token is good. */
const ASKERS = [
  'nobody',
  'learner',
  'other learner',
  'follow',
  'remote',
  'host',
  'forged',
  'left',
  'removed',
] as const
type Asker = (typeof ASKERS)[number]

let room: Room
let ada: Joined
let bob: Joined
let cy: Joined
let left: Joined
let removed: Joined
const submission = randomUUID()
/** What a phone proves itself with. */
const cookies: Partial<Record<Asker, string>> = {}

beforeAll(async () => {
  room = await openRoom()
  await writePages(path.join(room.folder, 'pages'))
  ;[ada, bob, cy, left, removed] = await Promise.all([
    room.join('Ada'),
    room.join('Bob'),
    room.join('Cy'),
    room.join('Left'),
    room.join('Removed'),
  ])
  await room.submit(ada, 'quorum', 'export {}', submission)
  await room.ask('POST', '/api/leave', { token: left.token })
  await room.ask('POST', `/api/host/learners/${removed.learner}`, {
    token: room.hostKey,
    body: { act: 'remove' },
  })
  await letPhonesIn()
})

async function letPhonesIn(): Promise<void> {
  for (const role of ['follow', 'remote'] as const) cookies[role] = await phoneOf(role)
}

/** A phone that came in by a code of the host's. */
async function phoneOf(role: 'follow' | 'remote'): Promise<string> {
  const made = await room.ask('POST', '/api/host/tokens', {
    token: room.hostKey,
    body: { for: role },
  })
  const { url } = z.object({ url: z.url() }).parse(made.body)
  const token = new URL(url).hash.slice(1)
  const entered = await room.ask('POST', '/api/relay/enter', { body: { token } })
  return entered.headers.get('set-cookie')?.split(';')[0] ?? ''
}

afterAll(() => room[Symbol.asyncDispose]())

function tokenOf(asker: Asker): string | undefined {
  switch (asker) {
    case 'nobody':
    case 'follow':
    case 'remote':
      return undefined
    case 'learner':
      return ada.token
    case 'other learner':
      return bob.token
    case 'host':
      return room.hostKey
    case 'forged':
      return 'A'.repeat(43)
    case 'left':
      return left.token
    case 'removed':
      return removed.token
  }
}

/** A request that is as it should be, and what its rightful asker is answered. */
interface Good {
  address?: string
  body?: () => unknown
  status: number
  /** What another learner is answered, where that is something else. */
  otherStatus?: number
}

const good: Record<RouteName, Good> = {
  hello: { status: 200 },
  join: {
    body: () => ({
      request: randomUUID(),
      nickname: `N ${randomUUID().slice(0, 8)}`,
      roomCode: room.console.roomCode,
    }),
    status: 201,
  },
  return: { body: () => ({ personalCode: cy.personalCode }), status: 200 },
  leave: { status: 200 },
  events: { status: 200 },
  submit: {
    body: () => ({ id: randomUUID(), exercise: 'quorum', source: 'export {}', kit: '0.1.0' }),
    status: 202,
  },
  submission: { address: `/api/submissions/${submission}`, status: 200, otherStatus: 404 },
  attempt: {
    body: () => ({ exercise: 'quorum', kept: [], broken: null, hints: 0 }),
    status: 201,
  },
  hand: { body: () => ({ isRaised: true, exercise: null, note: '' }), status: 200 },
  // Nobody has asked for it: that is told to its learner only.
  leaveToShow: { body: () => ({ submission, isGiven: true }), status: 409, otherStatus: 404 },
  solution: { address: '/api/solutions/quorum', status: 404 },
  home: { status: 200 },
  hostPage: { status: 200 },
  screenPage: { status: 200 },
  asset: { address: '/assets/page-a1b2.js', status: 200 },
  enter: { body: () => ({ key: room.hostKey }), status: 200 },
  hostView: { status: 200 },
  hostEvents: { status: 200 },
  screenView: { status: 200 },
  screenEvents: { status: 200 },
  agenda: { status: 200 },
  putAgenda: {
    body: () => ({ version: 0, begins: '09:00', blocks: [aBlock] }),
    status: 409,
  },
  clock: { body: () => ({ act: 'drop', block: 'no-such-block' }), status: 409 },
  announce: { body: () => ({ text: 'Coffee' }), status: 201 },
  takeDown: { status: 200 },
  release: {
    body: () => ({ kind: 'hint', exercise: 'quorum', level: 1, to: 'room' }),
    status: 201,
  },
  submissions: { address: '/api/host/submissions?exercise=quorum', status: 200 },
  submissionDetail: { address: `/api/host/submissions/${submission}`, status: 200 },
  askLeave: { body: () => ({ submission }), status: 200 },
  show: { body: () => ({ submission, as: 'anonymous' }), status: 409 },
  hide: { status: 200 },
  screenRun: { status: 404 },
  gameDay: { body: () => ({ act: 'play' }), status: 409 },
  tokens: { body: () => ({ for: 'remote' }), status: 201 },
  endTokens: { status: 200 },
  exported: { address: '/api/host/export/learners.csv', status: 200 },
  exportedOf: { address: '/api/host/export/learner/nobody.md', status: 404 },
  forget: { body: () => ({ confirm: 'not its name' }), status: 409 },
  leaderboard: { body: () => ({ isOn: false }), status: 200 },
  learner: {
    address: '/api/host/learners/zzzzzzzzzzzz',
    body: () => ({ act: 'remove' }),
    status: 404,
  },
  phone: { status: 200 },
  phoneFile: { address: '/phone/phone.js', status: 200 },
  relayEnter: { body: () => ({ token: 'A'.repeat(43) }), status: 403 },
  relayEvents: { status: 200 },
  relayMove: {
    body: () => ({
      deck: 'work',
      epoch: '',
      basis: 0,
      position: { page: 1, clicks: 0, total: null },
    }),
    status: 200,
  },
  relayRun: { status: 200 },
  // What a built deck is answered with is tested where there is one.
  deckBare: { address: '/decks/nothing', status: 404 },
  deck: { address: '/decks/nothing/', status: 404 },
  deckAsset: { address: '/decks/nothing/assets/index.js', status: 404 },
  deckChunk: { address: '/decks/nothing/assets/modules/vue.js', status: 404 },
}

const aBlock = {
  id: 'talk',
  title: 'Talk',
  kind: 'talk',
  slug: null,
  minutes: 5,
  priority: 'must',
}

function expected(name: RouteName, asker: Asker): number {
  const { role } = routes[name]
  const { status, otherStatus = status } = good[name]
  const own = roleOf(asker)
  if (mayAsk[role].includes(own)) return asker === 'other learner' ? otherStatus : status
  return own === 'nobody' ? 401 : 403
}

function roleOf(asker: Asker): Role {
  switch (asker) {
    case 'learner':
    case 'other learner':
      return 'learner'
    case 'follow':
    case 'remote':
    case 'host':
      return asker
    case 'nobody':
    case 'forged':
    case 'left':
    case 'removed':
      return 'nobody'
  }
}

async function tried(name: RouteName, asker: Asker): Promise<Answer> {
  const { method, path: pattern } = routes[name]
  const { address = pattern, body } = good[name]
  const token = tokenOf(asker)
  const cookie = cookies[asker]
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(cookie === undefined ? {} : { cookie }),
  }
  // A stream would not end by itself: its head is all that is asked.
  if (name.toLowerCase().endsWith('events')) return headOf(address, headers)
  return room.ask(method, address, {
    headers,
    ...(body === undefined ? {} : { body: body() }),
  })
}

async function headOf(address: string, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(new URL(address, room.console.url), { headers })
  const body: unknown = response.ok ? {} : await response.json()
  if (response.ok) await response.body?.cancel()
  return { status: response.status, headers: response.headers, body }
}

const names = Object.keys(routes).filter((name): name is RouteName => name in routes)
/** They end what the others need, and come last. */
const ENDING = new Set<string>(['endTokens', 'return', 'leave'])
const ordered = [
  ...names.filter((name) => !ENDING.has(name)),
  'endTokens' as const,
  'return' as const,
  'leave' as const,
]

describe('every route, as everybody', () => {
  test.each(ordered)('%s', async (name) => {
    for (const asker of ASKERS) {
      const { status, headers, body } = await tried(name, asker)
      expect([name, asker, status, body]).toEqual([name, asker, expected(name, asker), body])
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(status < 300 || refusalSchema.safeParse(body).success).toBe(true)
    }
    if (name === 'endTokens') await letPhonesIn()
  })

  test('is refused under any other method, which is no 404', async () => {
    const paths = new Map(names.map((name) => [routes[name].path, good[name].address]))
    for (const [pattern, address = pattern] of paths) {
      const taken = names.map((name) => routes[name]).filter((route) => route.path === pattern)
      const methods = taken.map(({ method }): string => method)
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']) {
        if (methods.includes(method)) continue
        const { status, headers } = await room.ask(method, address)
        expect([pattern, method, status]).toEqual([pattern, method, 405])
        expect(headers.get('allow')?.split(', ').toSorted()).toEqual(methods.toSorted())
      }
    }
  })
})
