import type { Session } from './session.ts'
import { callOf } from './shown.ts'

/** The last call looked up a key, and was not the first to do so after a change. */
export function expectOneHash(session: Session, key: string): void {
  if (session.hashes < 0) {
    throw new Error('sentinel-hash-ring-one-hash.ts: less than none')
  }
  if (session.hashes <= 1) return
  session.broken(
    `${callOf('owner', key)} asked for ${session.hashes.toLocaleString('en-US')} hashes. The points ` +
      'have not changed since the last lookup: the hash of the key is enough.',
  )
}
