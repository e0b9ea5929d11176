import { MAX_LEARNERS } from '@five-pillars/room'

import type { Desk } from '../desk.ts'
import { Refused } from '../http/refused.ts'
import { hashed, newToken } from '../secrets.ts'
import { textIn } from '../store/columns.ts'
import type { Database } from '../store/database.ts'
import { putDocument } from '../store/documents.ts'

export type PhoneRole = 'follow' | 'remote'

/**
 * The phones that follow from before the console was started. A remote is not kept: whoever had the
 * host's key of before may have made one, and a new key puts them out.
 */
export function loadPhones(db: Database): Map<string, PhoneRole> {
  const rows = db.rows("SELECT hash FROM keys WHERE role = 'follow'")
  return new Map(rows.map((row) => [textIn(row, 'hash'), 'follow']))
}

/**
 * Where a phone is sent. All who follow have the same address, which is on the screen; each remote has
 * one of its own, which is shown once.
 *
 * @param isNew ends the phones that follow by the address of before, and makes another one
 */
export function phoneAddress(desk: Desk, role: PhoneRole, isNew: boolean): string {
  if (role === 'follow' && isNew) endRole(desk, 'follow')
  const known = role === 'follow' ? desk.state.followToken : null
  return `${desk.address}/phone#${known ?? newPhone(desk, role)}`
}

function newPhone(desk: Desk, role: PhoneRole): string {
  const { db, phones, state, bell } = desk
  const token = newToken()
  if (role === 'follow') {
    db.write(() => {
      keepFollower(desk, token)
      putDocument(db, 'follow', { token })
    })
    state.followToken = token
  }
  phones.set(hashed(token), role)
  bell.ring()
  return token
}

function keepFollower({ db, now }: Desk, token: string): void {
  db.run("INSERT INTO keys (hash, role, at) VALUES (?, 'follow', ?)", hashed(token), now())
}

/** So many phones come in; who scans the code again and again is one of them each time. */
const PHONES_MAX = 4 * MAX_LEARNERS

/**
 * What one phone proves itself with from now on. Each has its own: all that follow came by the same
 * code, and are counted one by one.
 */
export function newPhoneSession(desk: Desk, role: PhoneRole): string {
  const { db, phones } = desk
  if (phones.size >= PHONES_MAX) {
    throw new Refused('room-full', 'Too many phones came in: the host may end them and begin anew.')
  }
  const session = newToken()
  if (role === 'follow') db.write(() => keepFollower(desk, session))
  phones.set(hashed(session), role)
  return session
}

/** Takes all phones their tokens: whoever follows or moves the talk has to scan a new code. */
export function endPhones(desk: Desk): void {
  endRole(desk, 'follow')
  endRole(desk, 'remote')
}

function endRole({ db, phones, state, bell }: Desk, role: PhoneRole): void {
  if (role === 'follow') {
    db.write(() => {
      db.run("DELETE FROM keys WHERE role = 'follow'")
      putDocument(db, 'follow', null)
    })
  }
  for (const [hash, own] of phones) if (own === role) phones.delete(hash)
  if (role === 'follow') state.followToken = null
  bell.ring()
}

/** The address that is on the screen for phones; null until the host has made it. */
export function followAddress({ state, address }: Desk): string | null {
  return state.followToken === null ? null : `${address}/phone#${state.followToken}`
}

/** What a token of a phone stands for. */
export function phoneRole(
  { phones }: { readonly phones: ReadonlyMap<string, PhoneRole> },
  token: string,
): PhoneRole | undefined {
  return phones.get(hashed(token))
}
