import { endOf } from '../history/end-of.ts'
import type { Operation } from '../history/operation.ts'
import { timeText } from '../trace/time-text.ts'
import { describeBlocked } from './describe-blocked.ts'
import { groupBy } from './group-by.ts'
import type { Model } from './models/model.ts'
import { search } from './search/search.ts'

/** Configurations that a check may enter, all keys together: 3 to 5 s, and 100 to 300 MB. */
const MAX_CONFIGURATIONS = 2_000_000

/** Of these, how many it may enter for the picture of a key that is known to be wrong. */
const MAX_PICTURE_CONFIGURATIONS = 50_000

export interface LinearizableOptions {
  /** Configurations that the check may enter, all keys together; default 2,000,000. */
  readonly maxConfigurations?: number
}

export type Linearizability<Input, Output> =
  | { readonly kind: 'linearizable' }
  | NotLinearizable<Input, Output>
  /** The budget was spent on this key. Neither right nor wrong: run less at a time, and again. */
  | { readonly kind: 'unknown'; readonly key: string; readonly text: string }

interface NotLinearizable<Input, Output> {
  readonly kind: 'not-linearizable'
  readonly key: string
  /** The longest order found that keeps to time and that the model can explain. */
  readonly placed: readonly Operation<Input, Output>[]
  /** The operations of which one had to come next, and none can; the one first answered in front. */
  readonly blocked: readonly Operation<Input, Output>[]
  /** When the answer came that cannot be, in milliseconds of virtual time. */
  readonly at: number
  /** What is wrong, in plain words with clients, times and values. */
  readonly text: string
}

/**
 * Whether each operation of a history can have taken effect at one instant between its call and its
 * return, as `model` says, each key by itself (Herlihy & Wing 1990; locality lets us split). A
 * call that timed out or was still open may take effect at any time after its call, or never; one
 * that failed had no effect.
 *
 * A register that is written each value once takes n log n steps. For all else keep to 5 clients
 * and 500 operations a key, and to few timeouts: what is hard is how many calls overlap. Keys with
 * the fewest operations are checked first, and the first one that is wrong decides.
 *
 * Throws if an operation returns before it is invoked.
 *
 * Source: Horn & Kroening, Faster Linearizability Checking via P-Compositionality, FORTE 2015.
 */
export function linearizable<State, Input, Output>(
  history: readonly Operation<Input, Output>[],
  model: Model<State, Input, Output>,
  options: LinearizableOptions = {},
): Linearizability<Input, Output> {
  const most = options.maxConfigurations ?? MAX_CONFIGURATIONS
  let left = most
  for (const [key, operations] of splitByKey(history)) {
    const decision = model.decide?.(operations)
    if (decision?.kind === 'linearizable') continue
    const budget = decision === undefined ? left : MAX_PICTURE_CONFIGURATIONS
    const result = search(operations, model, budget)
    left -= result.configurations
    if (decision !== undefined || result.kind === 'none') {
      const { placed, blocked } = result
      const { at, text } = decision ?? describeBlocked(key, model, result)
      return { kind: 'not-linearizable', key, placed, blocked, at, text }
    }
    if (result.kind === 'overrun') return { kind: 'unknown', key, text: describeOverrun(key, most) }
  }
  return { kind: 'linearizable' }
}

/** Operations that had an effect, or may have had one, in the order of their calls. */
function splitByKey<Input, Output>(
  history: readonly Operation<Input, Output>[],
): [string, Operation<Input, Output>[]][] {
  const effective = history.filter(({ outcome }) => outcome !== 'fail')
  for (const operation of effective) assertOrder(operation)
  const keys = groupBy(effective, ({ key }) => key)
  for (const operations of keys.values()) {
    operations.sort((one, other) => one.invokedAt - other.invokedAt)
  }
  return [...keys].toSorted(([, one], [, other]) => one.length - other.length)
}

function assertOrder(operation: Operation): void {
  if (endOf(operation) >= operation.invokedAt) return
  const { client, key, invokedAt } = operation
  throw new Error(
    `A call of ${client} on ${key} returns at ${timeText(endOf(operation))}, before it is invoked at ${timeText(invokedAt)}`,
  )
}

function describeOverrun(key: string, most: number): string {
  return `Nobody knows whether ${key} is linearizable: ${most} configurations were not enough. Run fewer clients or fewer operations on one key, and check again.`
}
