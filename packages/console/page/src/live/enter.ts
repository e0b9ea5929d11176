import { ask, complaintOf } from './ask.ts'
import type { Answer } from './ask.ts'

/** Shows the console the host's key; from then on the browser has a cookie that scripts cannot read. */
export function enter(key: string): Promise<Answer<unknown>> {
  return ask('POST', '/api/host/enter', { key })
}

/**
 * Enters with the key in the page's own address, where there is one.
 *
 * @returns why that did not help; nothing where it did, or where there is no key
 */
export async function enterFromAddress(): Promise<string | undefined> {
  const key = takeKey()
  return key === undefined ? undefined : complaintOf(await enter(key))
}

/**
 * The key in the page's own address, where the terminal printed it. It is taken off the address, so
 * that nobody reads it from the projector or the history.
 */
function takeKey(): string | undefined {
  const { key = '' } = /^#key=(?<key>.+)$/u.exec(location.hash)?.groups ?? {}
  if (key === '') return undefined
  history.replaceState(null, '', location.pathname)
  return decodeURIComponent(key)
}
