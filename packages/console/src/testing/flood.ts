import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** Whoever hears nothing for so long was forgotten: a server gives up a slow request before that. */
const HUNG_MS = 30_000
/** Whoever hears nothing for so long has said less than it promised: the next need not wait for it. */
const SILENT_MS = 300
/** Enough of an answer to know how it begins. */
const HEARD_MAX = 1_000_000

interface FloodOptions {
  readonly port: number
  readonly requests: Iterable<Buffer>
  /** Connections at a time; those that wait for an answer long are beside them. */
  readonly together: number
  /** Addresses of this machine to come from; default: one. */
  readonly from?: readonly string[]
  /** Whether a sender who hears nothing gives up, or waits until the console does, for up to 15 s. */
  readonly isPatient: boolean
}

export interface Flooded {
  /** How often each status was answered. */
  readonly statuses: ReadonlyMap<number, number>
  /** Requests that were ended without an answer, though their sender waited for one: how, and which. */
  readonly unanswered: readonly string[]
  /** Requests that said less than they promised, and whose sender gave up before the console did. */
  readonly givenUp: number
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
  isPatient,
}: FloodOptions): Promise<Flooded> {
  const statuses = new Map<number, number>()
  const unanswered: string[] = []
  const hung: string[] = []
  const counts = { givenUp: 0, sent: 0 }
  const left = requests[Symbol.iterator]()
  const late = new Set<Promise<void>>()

  async function one(bytes: Buffer, localAddress: string | undefined): Promise<void> {
    const { heard, ending } = await send(port, bytes, { localAddress, isPatient })
    const all = statusesIn(heard)
    for (const status of all) statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (ending === 'hung') hung.push(bytes.toString('latin1'))
    else if (all.some(isFinal)) return
    else if (ending === 'given up') counts.givenUp += 1
    else unanswered.push(`${ending}: ${JSON.stringify(bytes.toString('latin1'))}`)
  }

  async function lane(): Promise<void> {
    for (let next = left.next(); next.done !== true; next = left.next()) {
      const localAddress = from[counts.sent % Math.max(1, from.length)]
      counts.sent += 1
      const sending = one(next.value, localAddress)
      late.add(sending)
      void sending.finally(() => late.delete(sending))
      await Promise.race([
        sending,
        wait(isPatient ? SILENT_MS : HUNG_MS, undefined, { ref: false }),
      ])
    }
  }

  await Promise.all(Array.from({ length: together }, lane))
  await Promise.all(late)
  return { statuses, unanswered, hung, ...counts }
}

function statusesIn(heard: string): readonly number[] {
  return [...heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
}

/** Whoever is told to go on has no answer yet. */
function isFinal(status: number): boolean {
  return status >= 200
}

interface Sending {
  readonly localAddress: string | undefined
  readonly isPatient: boolean
}

interface Ending {
  readonly heard: string
  /** `given up` by its sender; `closed`, or a code of the system, by the other side. */
  readonly ending: string
}

function send(port: number, bytes: Buffer, { localAddress, isPatient }: Sending): Promise<Ending> {
  return new Promise((resolve) => {
    let heard = ''
    let ending = 'closed'
    const own = localAddress === undefined ? {} : { localAddress }
    const socket = connect({ port, host: '127.0.0.1', ...own }, () => socket.write(bytes))
    // Whoever ends at once is not answered: it ends after the first word, or where more was promised.
    const silence = isPatient
      ? undefined
      : setTimeout(() => {
          ending = 'given up'
          socket.end()
        }, SILENT_MS)
    const timer = setTimeout(() => {
      ending = 'hung'
      socket.destroy()
    }, HUNG_MS)
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      heard = (heard + chunk).slice(0, HEARD_MAX)
      if (!statusesIn(heard).some(isFinal)) return
      socket.end()
      // A stream of events would not end: its head is enough.
      if (heard.includes('text/event-stream')) socket.destroy()
    })
    socket.once('error', ({ message }) => (ending = message))
    socket.once('close', () => {
      clearTimeout(timer)
      clearTimeout(silence)
      resolve({ heard, ending })
    })
  })
}
