/** Why a version was kept. */
export type Reason = 'check' | 'restore' | 'reset' | 'catchup' | 'starter' | 'save'

/** One state of a learner's file that was kept. */
export interface Version {
  /** 1, 2, …: the order in which they were kept, whatever the clock said. */
  readonly number: number
  /** Milliseconds since 1970, by the clock of that moment. */
  readonly at: number
  readonly reason: Reason
  /** The first 16 hex digits of SHA-256 of the content. */
  readonly hash: string
  /** Open checks that it kept; null where it was not checked. */
  readonly result: { readonly kept: number; readonly of: number } | null
}
