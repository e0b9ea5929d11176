import type { Action, HealerOptions, Observation, Spec } from '../../src/self-healer.ts'
import { isAsWanted, itemOf } from './rules.ts'

/** How often an item was acted on in a row, and until when it is left alone. */
interface Row {
  readonly nth: number
  readonly until: number
}

const DOUBLED_MAX = 5

export const HOUR_MS = 3_600_000

/** What one healer has seen and done: what its promises are judged by. */
export class Books {
  /** What it was shown last, and when; whether that counts, and whether it had to do with it. */
  seen: {
    readonly observation: Observation
    readonly at: number
    readonly counts: boolean
    readonly isActive: boolean
  } | null = null
  readonly underWay = new Map<string, boolean>()
  /** When its actions began since somebody said `resume`. */
  begun: number[] = []
  answeredAt = -Infinity
  /** The fewest in a row that it can have counted, and the most: who is paused need not look. */
  readonly #fewest = new Map<string, Row>()
  readonly #most = new Map<string, Row>()
  readonly #options: Readonly<HealerOptions>

  constructor(options: Readonly<HealerOptions>) {
    this.#options = options
  }

  shown(observation: Observation, spec: Spec, now: number, isActive: boolean): void {
    const counts = observation.observedAt >= this.answeredAt
    this.seen = { observation, at: now, counts, isActive }
    const { actual, observedAt } = observation
    this.#end(this.#fewest, now, actual, spec)
    if (counts && isActive) this.#end(this.#most, observedAt, actual, spec)
  }

  begin({ id }: Action, now: number): void {
    const actual = this.seen?.observation.actual ?? []
    this.underWay.set(id, itemOf(actual, id)?.health === 'healthy')
    this.begun.push(now)
  }

  answered({ id }: Action, answer: 'ok' | 'conflict' | 'failed', now: number): void {
    this.underWay.delete(id)
    this.answeredAt = now
    if (answer === 'conflict') return
    for (const rows of [this.#fewest, this.#most]) {
      const nth = (rows.get(id)?.nth ?? 0) + 1
      const waitMs = this.#options.coolDownMs * 2 ** Math.min(nth - 1, DOUBLED_MAX)
      rows.set(id, { nth, until: now + waitMs })
    }
  }

  inLastHour(now: number): number {
    return this.begun.filter((at) => at > now - HOUR_MS).length
  }

  /** Until when each item is left alone at least, and at most. */
  get waits(): { least: ReadonlyMap<string, number>; most: ReadonlyMap<string, number> } {
    return { least: untils(this.#fewest), most: untils(this.#most) }
  }

  #end(rows: Map<string, Row>, at: number, actual: Observation['actual'], spec: Spec): void {
    for (const [id, { until }] of rows) {
      if (at >= until && !this.underWay.has(id) && isAsWanted(spec, actual, id)) rows.delete(id)
    }
  }
}

function untils(rows: ReadonlyMap<string, Row>): ReadonlyMap<string, number> {
  if (DOUBLED_MAX < 1) throw new Error('sentinel-self-healer-books.ts: nobody waits')
  return new Map([...rows].map(([id, { until }]) => [id, until]))
}
