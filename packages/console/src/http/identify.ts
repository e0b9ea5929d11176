import type { IncomingHttpHeaders } from 'node:http'

import { phoneRole } from '../acts/phones.ts'
import type { PhoneRole } from '../acts/phones.ts'
import type { RoomState } from '../room/state.ts'
import { hashed, isSameSecret } from '../secrets.ts'
import type { Database } from '../store/database.ts'
import { textIn } from '../store/columns.ts'
import type { Who } from './ask.ts'
import { Refused } from './refused.ts'

const HOST_COOKIE = 'five-pillars-host'
const PHONE_COOKIE = 'five-pillars-phone'

const BEARER = /^Bearer ([A-Za-z0-9_-]{43})$/u

/** What somebody can prove themselves with. */
export interface Proofs {
  readonly db: Database
  readonly state: RoomState
  readonly hostSessions: ReadonlySet<string>
  readonly phones: ReadonlyMap<string, PhoneRole>
  readonly hostKey: string
}

/**
 * Who asks. A token goes before a cookie; one that is not good is refused, and not taken for none.
 *
 * @throws Refused 401
 */
export function identify(proofs: Proofs, headers: IncomingHttpHeaders): Who {
  const { authorization, cookie } = headers
  if (authorization !== undefined) return bearer(proofs, authorization)
  const session = sessionIn(cookie, HOST_COOKIE)
  if (session !== undefined && proofs.hostSessions.has(hashed(session))) return { role: 'host' }
  const phone = sessionIn(cookie, PHONE_COOKIE)
  return { role: (phone === undefined ? undefined : phoneRole(proofs, phone)) ?? 'nobody' }
}

function bearer({ db, state, hostKey }: Proofs, authorization: string): Who {
  const token = BEARER.exec(authorization)?.[1]
  if (token === undefined) throw unknownToken()
  if (isSameSecret(token, hostKey)) return { role: 'host' }
  const tokenHash = hashed(token)
  const row = db.row('SELECT id FROM learners WHERE token_hash = ?', tokenHash)
  const learner = row === undefined ? undefined : state.learners.get(textIn(row, 'id'))
  if (learner === undefined) throw unknownToken()
  return { role: 'learner', learner }
}

function unknownToken(): Refused {
  const message =
    'This token is not good here, or no longer: another laptop may have taken over. Join again, or come back with your personal code.'
  return new Refused('not-allowed', message, { status: 401 })
}

function sessionIn(cookie: string | undefined, name: string): string | undefined {
  const pairs = cookie?.split(';').map((pair) => pair.trim()) ?? []
  const own = pairs.find((pair) => pair.startsWith(`${name}=`))
  return own?.slice(name.length + 1)
}

/** The cookie with which a host's page proves itself from now on. */
export function sessionCookie(session: string, { isSecure }: { isSecure: boolean }): string {
  const secure = isSecure ? '; Secure' : ''
  return `${HOST_COOKIE}=${session}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${30 * 24 * 3600}${secure}`
}

/** Likewise that of a phone: for a day. */
export function phoneCookie(session: string): string {
  return `${PHONE_COOKIE}=${session}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${24 * 3600}`
}
