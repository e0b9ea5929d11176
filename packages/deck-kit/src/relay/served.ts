import { RELAY_META } from './messages.ts'
import type { RelayRole } from './messages.ts'
import { isRelayRole } from './read-messages.ts'

/** As what, and as which deck, the console serves this page. */
export interface Served {
  readonly deck: string
  readonly role: RelayRole
}

/** Undefined wherever something else serves the deck: a hub, a plain server, a file. */
export function served(): Served | undefined {
  const tag = document.querySelector(`meta[name="${RELAY_META}"]`)
  const deck = tag?.getAttribute('content') ?? ''
  const role = tag?.getAttribute('data-role')
  return deck !== '' && isRelayRole(role) ? { deck, role } : undefined
}
