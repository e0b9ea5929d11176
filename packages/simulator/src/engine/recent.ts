import type { Host } from './host.ts'
import { HOSTS_MAX } from './link.ts'
import type { SimEvent } from './sim-event.ts'

/** How many of the latest events are kept, so that an endless run can say what it was busy with. */
const KEPT = 5000

/** What the latest events of a run were, in a ring that costs one write of a number an event. */
export class Recent<M> {
  readonly #ring = new Int32Array(KEPT)
  #next = 0

  note(event: SimEvent<M>): void {
    this.#ring[this.#next] = codeOf(event)
    this.#next = this.#next === KEPT - 1 ? 0 : this.#next + 1
  }

  /** `200,000 events in 3.2 virtual seconds; 98 % of the latest are timer "retry" of a`. */
  busiest(events: number, nowMs: number, hosts: readonly Host<M>[]): string {
    const counts = new Map<number, number>()
    const kept = this.#ring.subarray(0, Math.min(events, KEPT))
    for (const code of kept) counts.set(code, (counts.get(code) ?? 0) + 1)
    const [most = [0, 0]] = [...counts].toSorted((a, b) => b[1] - a[1])
    const share = Math.round((100 * most[1]) / Math.max(1, kept.length))
    const time = `${(nowMs / 1000).toPrecision(3)} virtual seconds`
    const busy = `${share} % of the latest are ${nameOf(most[0], hosts)}`
    return `livelock: ${thousands(events)} events in ${time}; ${busy}`
  }
}

/** Above 0 a link, even below 0 the timers of a host, odd below 0 its acts, 0 the world. */
function codeOf<M>(event: SimEvent<M>): number {
  if (event.kind === 'deliver') {
    return event.link.code
  }
  const place = event.host === undefined ? 0 : 1 + event.host.index
  return event.kind === 'timer' ? -2 * place : -2 * place + (place === 0 ? 0 : 1)
}

function nameOf<M>(code: number, hosts: readonly Host<M>[]): string {
  if (code === 0) return 'acts of the world'
  if (code > 0) {
    const from = hosts[Math.floor((code - 1) / HOSTS_MAX)]?.id ?? 'nobody'
    return `messages ${from} → ${hosts[(code - 1) % HOSTS_MAX]?.id ?? 'nobody'}`
  }
  const host = hosts[Math.ceil(-code / 2) - 1]
  const names = [...(host?.timers.keys() ?? [])]
  const timer = code % 2 === 0 && names.length === 1 ? `timer "${names.join('')}"` : 'timers'
  return `${timer} of ${host?.id ?? 'nobody'}`
}

/** Not by locale: the text is the same on every machine, and in an engine without locales. */
function thousands(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
