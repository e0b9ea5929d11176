import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { z } from 'zod'

import type { Desk } from '../desk.ts'
import { newToken, hashed, isSameSecret } from '../secrets.ts'
import type { LearnerState } from '../room/state.ts'
import { NotKept } from '../store/database.ts'
import { afterHandlers } from './after-handlers.ts'
import { askOf } from './ask.ts'
import type { Handlers, HttpContext } from './ask.ts'
import { hostHandlers } from './host-handlers.ts'
import { identify, sessionCookie } from './identify.ts'
import { learnerHandlers } from './learner-handlers.ts'
import { routeText } from './refusal-log.ts'
import { deckHandlers } from './deck-handlers.ts'
import { pageHandlers } from './page-handlers.ts'
import { phoneHandlers } from './phone-handlers.ts'
import type { Rates } from './rates.ts'
import { Refused } from './refused.ts'
import { mayAsk, routes } from './routes.ts'
import { slowDown } from './slow-down.ts'
import type { Role, Route, RouteName } from './routes.ts'
import { eventStream } from './stream.ts'
import type { ViewFeed } from './view-feed.ts'

export interface AppParts {
  readonly desk: Desk
  readonly hostKey: string
  readonly hostFeed: ViewFeed
  readonly screenFeed: ViewFeed
  /** Wrong keys, by address. */
  readonly keyRates: Rates
}

type App = Hono<{ Bindings: HttpBindings }>

/** Every route of the table with its answer; all else is refused. */
export function createApp(parts: AppParts): App {
  const { desk } = parts
  const handlers: Handlers = {
    ...learnerHandlers,
    ...hostHandlers,
    ...pageHandlers,
    ...afterHandlers,
    ...phoneHandlers,
    ...deckHandlers,
    enter: async (_, { c, body }) => {
      const { key } = await body(z.strictObject({ key: z.string().max(200) }))
      return enter(parts, c, key)
    },
    hostEvents: (_, { c }) => eventStream(c, (stream) => parts.hostFeed.add(stream)),
    screenEvents: (_, { c }) => eventStream(c, (stream) => parts.screenFeed.add(stream)),
  }
  const app: App = new Hono()
  for (const [name, route] of entries(routes)) {
    app.on(route.method, route.path, (c) => answer(parts, handlers[name], route, c))
  }
  app.notFound((c) => refusal(parts.desk, c, noRoute(c)))
  app.onError((error, c) => refusal(desk, c, error))
  return app
}

function entries(table: typeof routes): [RouteName, Route][] {
  const names = Object.keys(table).filter((name): name is RouteName => name in table)
  return names.map((name) => [name, table[name]])
}

async function answer(
  { desk, hostKey }: AppParts,
  handler: Handlers[RouteName],
  { role }: Route,
  c: HttpContext,
): Promise<Response> {
  if (role === 'nobody') return handler(desk, askOf(c, { role }))
  const who = identify({ ...desk, hostKey }, c.env.incoming.headers)
  if (!mayAsk[role].includes(who.role)) {
    if (who.role === 'nobody') throw new Refused('not-allowed', FIRST[role], { status: 401 })
    throw new Refused('not-allowed', ONLY[role])
  }
  if (who.role === 'learner') noteSeen(desk, who.learner)
  return handler(desk, askOf(c, who))
}

const FIRST: Readonly<Record<Exclude<Role, 'nobody'>, string>> = {
  host: "Enter the host's key first.",
  learner: 'Join the room first.',
  follow: 'Scan the code of this room first: your host can show it.',
  remote: "Scan the host's code for a remote first.",
}

const ONLY: Readonly<Record<Exclude<Role, 'nobody'>, string>> = {
  host: 'Only a host may do that.',
  learner: 'Only a learner may do that.',
  follow: 'This is for phones that follow the talk.',
  remote: 'Only a phone that is a remote, or the host, moves the talk.',
}

/** How old what is kept of when somebody was seen may be. */
const SEEN_MS = 60_000

/** That a token was used is kept now and then: it is not worth a write to the disk at each request. */
function noteSeen({ db, now }: Desk, learner: LearnerState): void {
  const at = now()
  if (learner.isSeen && at - learner.seenAt < SEEN_MS) return
  learner.seenAt = at
  try {
    db.write(() => db.run('UPDATE learners SET seen_at = ? WHERE id = ?', at, learner.id))
    learner.isSeen = true
  } catch {
    // A full disk is told where something is lost by it.
  }
}

/** Lets a host's page in: from then on it proves itself with a cookie that no script can read. */
function enter({ desk, hostKey, keyRates }: AppParts, c: HttpContext, key: string): Response {
  slowDown(keyRates, c, () => {
    if (!isSameSecret(key, hostKey)) {
      throw new Refused('wrong-code', "That is not the host's key: it is in the host's terminal.")
    }
  })
  const session = newToken()
  desk.hostSessions.add(hashed(session))
  const { protocol, host } = new URL(desk.address)
  const isSecure = protocol === 'https:' && c.env.incoming.headers.host === host
  c.header('set-cookie', sessionCookie(session, { isSecure }))
  return c.json({})
}

function noRoute(c: HttpContext): Refused {
  const allowed = Object.values(routes)
    .filter(({ path }) => isPath(path, c.req.path))
    .map(({ method }) => method)
  if (allowed.length === 0) return new Refused('unknown', `Nothing is at ${c.req.path}.`)
  c.header('allow', [...new Set(allowed)].join(', '))
  return new Refused('wrong-method', `${c.req.path} takes ${allowed.join(' and ')}.`)
}

function isPath(pattern: string, asked: string): boolean {
  const parts = pattern.split('/')
  const own = asked.split('/')
  return (
    parts.length === own.length &&
    parts.every((part, index) => (part.startsWith(':') ? own[index] !== '' : part === own[index]))
  )
}

/** Every answer that is no 2xx: says why, is noted, and ends the connection where a body is unread. */
function refusal(desk: Desk, c: HttpContext, error: Error): Response {
  const refused = refusedOf(error)
  const { incoming } = c.env
  desk.refusals.note({
    who: incoming.socket.remoteAddress ?? '',
    route: routeText(incoming),
    status: refused.status,
    code: refused.code,
  })
  if (refused.retryAfter !== undefined) c.header('retry-after', String(refused.retryAfter))
  if (!incoming.readableEnded && c.req.method !== 'GET') c.header('connection', 'close')
  const { status } = refused
  // Who opens a page reads a sentence, not JSON.
  return c.req.header('sec-fetch-mode') === 'navigate'
    ? new Response(`${refused.message}\n`, { status, headers: c.res.headers })
    : Response.json(refused.body, { status, headers: c.res.headers })
}

function refusedOf(error: Error): Refused {
  if (error instanceof Refused) return error
  if (error instanceof NotKept) {
    const message = `${error.message} Nothing of this was kept. Send it again: the host is told.`
    return new Refused('disk-full', message, { retryAfter: 5 })
  }
  console.error(error)
  return new Refused('failed', 'The console made a mistake. The host sees it in the terminal.')
}
