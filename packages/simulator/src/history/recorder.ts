import type { Operation, OutcomeKind } from './operation.ts'

/** What a client knows of how a call ended. */
export type Outcome =
  /** `output` is undefined for a call that gives nothing back, such as a write. */
  | { readonly kind: 'ok'; readonly output: unknown }
  /** It certainly had no effect. */
  | { readonly kind: 'fail'; readonly reason: string }
  /** Nobody knows whether it had an effect, or will have one. */
  | { readonly kind: 'info'; readonly reason: string }

/** A call of a client: what it is about and what is asked. Plain JSON. */
export interface Call {
  readonly key: string
  readonly input: unknown
}

interface Open {
  client: string
  call: Call
  invokedAt: number
  returnedAt: number | null
  outcome: OutcomeKind
  output: unknown
}

/** Writes down who called what when, and what came of it. */
export class HistoryRecorder {
  readonly #all: Open[] = []

  /** Returns the number of the call. */
  invoke(client: string, call: Call, at: number): number {
    this.#all.push({
      client,
      call,
      invokedAt: at,
      returnedAt: null,
      outcome: 'info',
      output: undefined,
    })
    return this.#all.length - 1
  }

  /** Only the first outcome of a call counts. Returns whether it was the first. */
  settle(number: number, outcome: Outcome, at: number): boolean {
    const open = this.#all[number]
    if (open === undefined || open.returnedAt !== null) return false
    open.returnedAt = at
    open.outcome = outcome.kind
    if (outcome.kind === 'ok') open.output = outcome.output
    return true
  }

  operations(): Operation[] {
    return this.#all.map(({ client, call, invokedAt, returnedAt, outcome, output }) => ({
      client,
      invokedAt,
      returnedAt,
      outcome,
      output,
      key: call.key,
      input: call.input,
    }))
  }
}
