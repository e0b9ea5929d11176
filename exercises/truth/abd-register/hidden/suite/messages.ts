import type { RegMsg, Timestamp } from '../../src/abd-register.ts'

/** A value and when it was written. */
export interface Version {
  readonly ts: Timestamp
  readonly value: string | null
}

/** What a replica holds before the first write. */
export const nothing: Version = { ts: { counter: 0, client: '' }, value: null }

export function version(counter: number, client: string, value: string): Version {
  return { ts: { counter, client }, value }
}

/** Below 0 when a is older than b. */
export function compare(a: Timestamp, b: Timestamp): number {
  if (a.counter !== b.counter) return a.counter - b.counter
  if (a.client === b.client) return 0
  return a.client < b.client ? -1 : 1
}

export function newestOf(first: Version, ...others: readonly Version[]): Version {
  return others.reduce((a, b) => (compare(b.ts, a.ts) > 0 ? b : a), first)
}

/** A copy of a message that is one of the four; undefined for anything else. */
export function readMessage(msg: unknown): RegMsg | undefined {
  if (!isRecord(msg) || typeof msg['id'] !== 'number') return undefined
  const { t, id, ts, value } = msg
  if (t === 'Get' || t === 'Ack') return { t, id }
  if (t !== 'Put' && t !== 'Value') return undefined
  if (!isRecord(ts) || (typeof value !== 'string' && value !== null)) return undefined
  const { counter, client } = ts
  if (typeof counter !== 'number' || typeof client !== 'string') return undefined
  return { t, id, ts: { counter, client }, value }
}

function isRecord(value: unknown): value is Record<string, unknown> & { id: number } {
  return typeof value === 'object' && value !== null
}

/** `Put #7 "x" of (3, c1)`. */
export function messageText(msg: RegMsg): string {
  const head = `${msg.t} #${msg.id}`
  return msg.t === 'Get' || msg.t === 'Ack' ? head : `${head} ${versionText(msg)}`
}

export function versionText({ value, ts }: Version): string {
  return `${JSON.stringify(value)} of ${timestampText(ts)}`
}

export function timestampText({ counter, client }: Timestamp): string {
  if (Number.isNaN(counter)) throw new Error('sentinel-abd-register-messages.ts: no number')
  return `(${counter}, ${client === '' ? '""' : client})`
}
