/** As far as the player reads it; the player checks the rest. */
interface BusyTrace {
  version: 1
  world: string
  kit: string
  seed: number
  nodes: { id: string; role: 'server' | 'client' }[]
  endMs: number
  healedAt: null
  events: ({ at: number; kind: string } & Record<string, unknown>)[]
  findings: never[]
  hash: string
  show: { leader: string }
}

const SERVERS = 7
const END_MS = 9000
const LATENCY_MS = 300

/**
 * A world in which so many messages are always on their way: seven servers that all talk to all, a
 * client that calls, notes that come and go. Made without chance, so that each run is the same.
 */
export function busyTrace(inFlight: number): BusyTrace {
  const servers = Array.from({ length: SERVERS }, (_, index) => `s${index + 1}`)
  const events: BusyTrace['events'] = []
  const everyMs = LATENCY_MS / inFlight
  for (let message = 0; message * everyMs < END_MS; message += 1) {
    const at = message * everyMs
    const from = message % SERVERS
    const to = (from + 1 + (Math.floor(message / SERVERS) % (SERVERS - 1))) % SERVERS
    const label = `append ${message}, term 3`
    events.push({ at, kind: 'send', message, from: servers[from], to: servers[to], label })
    events.push({ at: at + LATENCY_MS, kind: 'deliver', message })
    if (message % 20 === 0) {
      events.push({ at, kind: 'emit', node: servers[to], event: 'apply', data: message })
      events.push({ at, kind: 'invoke', operation: message, client: 'x', key: 'k', text: 'read k' })
      events.push({ at: at + 90, kind: 'return', operation: message, outcome: 'ok', text: '3' })
    }
  }
  events.push({ at: 0, kind: 'emit', node: 's1', event: 'leader', data: 3 })
  return {
    version: 1,
    world: 'busy',
    kit: 'none',
    seed: 1,
    nodes: [...servers.map((id) => ({ id, role: 'server' as const })), { id: 'x', role: 'client' }],
    endMs: END_MS,
    healedAt: null,
    events: events.filter(({ at }) => at <= END_MS).toSorted((a, b) => a.at - b.at),
    findings: [],
    hash: 'busy',
    show: { leader: 'leader' },
  }
}
