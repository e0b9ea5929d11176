import { ask, complaintOf } from './ask.ts'
import type { Answer } from './ask.ts'

/** Windows of one browser have one cookie: what lets one of them in lets in all. */
const windows = new BroadcastChannel('five-pillars host')

/** Shows the console the host's key; from then on the browser has a cookie that scripts cannot read. */
export async function enter(key: string): Promise<Answer<unknown>> {
  const answer = await ask('POST', '/api/host/enter', { key })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
  if (answer.kind === 'done') windows.postMessage('entered')
  return answer
}

/** Calls back when another window of this browser was let in; returns the way to stop that. */
export function onEntered(callback: () => void): () => void {
  windows.addEventListener('message', callback)
  return () => windows.removeEventListener('message', callback)
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
