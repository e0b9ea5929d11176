import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

import { LEARNER_BURST, LEARNER_REQUESTS_A_SECOND } from '@five-pillars/room'
import type { Refusal } from '@five-pillars/room'

import { pagePolicy } from '../page-files.ts'
import { hashed } from '../secrets.ts'
import { Rates } from './rates.ts'
import { routeText } from './refusal-log.ts'
import type { RefusalLog } from './refusal-log.ts'
import { Refused } from './refused.ts'
import { refuseUnreadable } from './unreadable.ts'

/** On every answer, whatever it is. */
const SAFE_HEADERS = {
  'content-security-policy': pagePolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const

/** A request whose head, or whose body, takes longer is dripped on purpose. */
const HEADERS_MS = 5000
const REQUEST_MS = 15_000
const CHECK_MS = 1000
const HEADER_BYTES_MAX = 16 * 1024
const CONNECTIONS_MAX = 4000
/** Of one machine; a room behind one address has one connection for each learner, and some more. */
const CONNECTIONS_OF_ONE_MAX = 1500

/** Requests of one machine that prove nothing: pages, joining, and whatever is refused. */
const UNPROVED_A_SECOND = 100
const UNPROVED_BURST = 1000

export interface DoorParts {
  /** Hosts by which this console may be called, with their ports: `127.0.0.1:4200`. */
  readonly isOwnHost: (host: string) => boolean
  readonly refusals: RefusalLog
  /** Answers what was let in. */
  answer(incoming: IncomingMessage, outgoing: ServerResponse): void
}

/** How slow a request may be, in milliseconds. */
interface Patience {
  readonly headersMs: number
  readonly requestMs: number
  /** How often it is looked. */
  readonly checkMs: number
}

const PATIENCE: Patience = { headersMs: HEADERS_MS, requestMs: REQUEST_MS, checkMs: CHECK_MS }

/** The server as it stands open to a network: what is refused here costs next to nothing. */
export function createDoor(parts: DoorParts, patience = PATIENCE): Server {
  const rates = new Rates(LEARNER_REQUESTS_A_SECOND, LEARNER_BURST)
  const unproved = new Rates(UNPROVED_A_SECOND, UNPROVED_BURST)
  const server = createServer({
    headersTimeout: patience.headersMs,
    requestTimeout: patience.requestMs,
    connectionsCheckingInterval: patience.checkMs,
    maxHeaderSize: HEADER_BYTES_MAX,
    requireHostHeader: true,
  })
  server.maxConnections = CONNECTIONS_MAX
  limitEach(server)
  refuseUnreadable(server, parts.refusals, SAFE_HEADERS)
  server.on('request', (incoming, outgoing) => {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) outgoing.setHeader(name, value)
    const refused =
      tooOften(incoming, rates, unproved) ??
      wrongHost(incoming, parts) ??
      wrongOrigin(incoming, parts)
    if (refused === undefined) parts.answer(incoming, outgoing)
    else refuse(refused, incoming, outgoing, parts.refusals)
  })
  return server
}

/** One machine alone cannot take all connections. */
function limitEach(server: Server): void {
  const open = new Map<string, number>()
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? ''
    const count = (open.get(address) ?? 0) + 1
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left === 0) open.delete(address)
      else open.set(address, left)
    })
    if (count > CONNECTIONS_OF_ONE_MAX) socket.destroy()
  })
}

/**
 * Whoever has a token is counted by it, good or not; everybody else by the address. A deck is thirty
 * files at once, and its windows are several: those are counted as what proves nothing.
 */
function tooOften(
  { headers, socket, url }: IncomingMessage,
  rates: Rates,
  unproved: Rates,
): Refused | undefined {
  const at = performance.now()
  const proof = headers.authorization ?? headers.cookie
  const who = proof === undefined ? (socket.remoteAddress ?? '') : hashed(proof)
  const isFile = url?.startsWith('/decks/') === true
  const own = proof === undefined || isFile ? unproved : rates
  if (own.take(who, at)) return undefined
  return new Refused('too-many-requests', 'Too many requests at once: wait a little.', {
    retryAfter: own.waitSeconds(who, at),
  })
}

/** A foreign name that was pointed at this machine is refused (DNS rebinding). */
function wrongHost({ headers }: IncomingMessage, { isOwnHost }: DoorParts): Refused | undefined {
  if (isOwnHost(headers.host ?? '')) return undefined
  return new Refused('not-allowed', 'This console is not called by that name.', { status: 421 })
}

/** A page of somebody else's may have nothing of this one. */
function wrongOrigin(
  { headers, url }: IncomingMessage,
  { isOwnHost }: DoorParts,
): Refused | undefined {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  const isForeign = origin !== undefined && !isOwnHost(hostOf(origin))
  const isAcross =
    url?.startsWith('/api/') === true && (site === 'cross-site' || site === 'same-site')
  if (!isForeign && !isAcross) return undefined
  return new Refused('not-allowed', 'Another page asks for this: open the console itself.')
}

function hostOf(origin: string): string {
  try {
    return new URL(origin).host
  } catch {
    return ''
  }
}

function refuse(
  refused: Refused,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  refusals: RefusalLog,
): void {
  const { method, socket } = incoming
  refusals.note({
    who: socket.remoteAddress ?? '',
    route: routeText(incoming),
    status: refused.status,
    code: refused.code,
  })
  const hasBody = method !== 'GET' && method !== 'HEAD'
  outgoing.writeHead(refused.status, {
    'content-type': 'application/json',
    ...(refused.retryAfter === undefined ? {} : { 'retry-after': String(refused.retryAfter) }),
    ...(hasBody ? { connection: 'close' } : {}),
  })
  outgoing.end(JSON.stringify(refused.body satisfies Refusal))
}
