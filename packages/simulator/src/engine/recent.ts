import type { SimEvent } from './sim-event.ts'

/** How many of the latest events are kept, so that an endless run can say what it was busy with. */
const KEPT = 5000

/** The latest events of a run, in a ring that costs one write an event. */
export class Recent<M> {
  readonly #ring: SimEvent<M>[] = []
  #next = 0

  note(event: SimEvent<M>): void {
    this.#ring[this.#next] = event
    this.#next = (this.#next + 1) % KEPT
  }

  /** `200,000 events in 3.2 s of virtual time, of the last 5,000 most are timer "retry" of a`. */
  busiest(events: number, nowMs: number): string {
    const counts = new Map<string, number>()
    for (const event of this.#ring) {
      const name = nameOf(event)
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    const [most = ['nothing', 0]] = [...counts].toSorted((a, b) => b[1] - a[1])
    const share = Math.round((100 * most[1]) / Math.max(1, this.#ring.length))
    const time = `${(nowMs / 1000).toPrecision(3)} virtual seconds`
    return `livelock: ${thousands(events)} events in ${time}; ${share} % of the latest are ${most[0]}`
  }
}

/** Not by locale: the text is the same on every machine, and in an engine without locales. */
function thousands(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

function nameOf<M>(event: SimEvent<M>): string {
  switch (event.kind) {
    case 'deliver':
      return `messages ${event.link.from.id} → ${event.link.to.id}`
    case 'timer':
      return `timer "${event.name}" of ${event.host?.id ?? 'nobody'}`
    case 'act':
      return event.host === undefined ? 'acts of the world' : `timers of ${event.host.id}`
  }
}
