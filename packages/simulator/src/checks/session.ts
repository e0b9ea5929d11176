import { endOf } from '../history/end-of.ts'
import { timeText } from '../trace/time-text.ts'
import { groupBy } from './group-by.ts'
import type { RegisterCall } from './versions.ts'

export type SessionVerdict =
  | { readonly kind: 'kept' }
  | {
      readonly kind: 'broken'
      /** The read that broke the guarantee, after the operation that promised better, if any. */
      readonly operations: readonly RegisterCall[]
      /** What is wrong, in plain words with clients, times and values. */
      readonly text: string
    }

/** One key's operations, in the order of their calls, and of these the ones of each client. */
export interface KeySessions {
  readonly calls: readonly RegisterCall[]
  readonly sessions: readonly (readonly RegisterCall[])[]
}

export function sessionsByKey(history: readonly RegisterCall[]): KeySessions[] {
  const ordered = history.toSorted((one, other) => one.invokedAt - other.invokedAt)
  return [...groupBy(ordered, ({ key }) => key).values()].map((calls) => ({
    calls,
    sessions: [...groupBy(calls, ({ client }) => client).values()],
  }))
}

export function describeUnwrittenRead(call: RegisterCall): string {
  return `${describeRead(call)}, which nobody had begun to write by then.`
}

/** `c2 read x = 3 at 41 ms`. */
export function describeRead(call: RegisterCall): string {
  return `${call.client} read ${call.key} = ${JSON.stringify(call.output)} at ${timeText(endOf(call))}`
}
