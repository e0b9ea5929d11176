/**
 * How a call ended, as its client knows it. `info` means nobody knows: a call that timed out may
 * have taken effect, or may still do so at any later time.
 */
export type OutcomeKind = 'ok' | 'fail' | 'info'

/** One call of one client in a history. Times are milliseconds of virtual time. */
export interface Operation<Input = unknown, Output = unknown> {
  /** The client; a client has at most one call open at a time, save those that ended in `info`. */
  readonly client: string
  /** What the call is about. Calls on different keys are independent of each other. */
  readonly key: string
  readonly input: Input
  /** The answer; undefined unless `outcome` is `ok`. */
  readonly output: Output | undefined
  readonly invokedAt: number
  /** When the client heard the answer, or gave up; null while the run ended before that. */
  readonly returnedAt: number | null
  readonly outcome: OutcomeKind
}
