import { connect } from 'node:net'

/** Whoever hears nothing for so long was forgotten: a server gives up a slow request before that. */
const HUNG_MS = 30_000
/** Whoever hears nothing for so long has said less than it promised. */
const SILENT_MS = 300
/** Enough of an answer to know how it begins. */
const HEARD_MAX = 1_000_000

interface FloodOptions {
  readonly port: number
  readonly requests: Iterable<Buffer>
  /** Connections at a time. */
  readonly together: number
  /** Addresses of this machine to come from; default: one. */
  readonly from?: readonly string[]
}

export interface Flooded {
  /** How often each status was answered. */
  readonly statuses: ReadonlyMap<number, number>
  /** Connections that were ended without a word. */
  readonly unanswered: number
  /** Requests that were not ended within 30 s, as they were sent. */
  readonly hung: readonly string[]
  readonly sent: number
}

/** Sends bytes as they are, each on a connection of its own, and hears all that comes back. */
export async function flood({
  port,
  requests,
  together,
  from = [],
}: FloodOptions): Promise<Flooded> {
  const statuses = new Map<number, number>()
  const hung: string[] = []
  const counts = { unanswered: 0, sent: 0 }
  const left = requests[Symbol.iterator]()

  async function lane(): Promise<void> {
    for (let next = left.next(); next.done !== true; next = left.next()) {
      const localAddress = from[counts.sent % Math.max(1, from.length)]
      counts.sent += 1
      const heard = await send(port, next.value, localAddress)
      if (heard === null) hung.push(next.value.toString('latin1'))
      else if (heard === '') counts.unanswered += 1
      for (const status of statusesIn(heard ?? '')) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
    }
  }

  await Promise.all(Array.from({ length: together }, lane))
  return { statuses, hung, ...counts }
}

function statusesIn(heard: string): readonly number[] {
  return [...heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
}

/** Null: it did not end. */
function send(port: number, bytes: Buffer, localAddress?: string): Promise<string | null> {
  return new Promise((resolve) => {
    let heard = ''
    const own = localAddress === undefined ? {} : { localAddress }
    const socket = connect({ port, host: '127.0.0.1', ...own }, () => socket.write(bytes))
    // Whoever ends at once is not answered: it ends after the first word, or where more was promised.
    const silence = setTimeout(() => socket.end(), SILENT_MS)
    const timer = setTimeout(() => {
      resolve(null)
      socket.destroy()
    }, HUNG_MS)
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      heard = (heard + chunk).slice(0, HEARD_MAX)
      socket.end()
      // A stream of events would not end: its head is enough.
      if (heard.includes('text/event-stream')) socket.destroy()
    })
    socket.once('error', () => {})
    socket.once('close', () => {
      clearTimeout(timer)
      clearTimeout(silence)
      resolve(heard)
    })
  })
}
