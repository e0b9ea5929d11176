import type { Operation } from '../../history/operation.ts'

/** A value that `===` compares as JSON would. */
export type Scalar = string | number | boolean | null

/** What a step gives when the output cannot be had in this state. */
export const IMPOSSIBLE: unique symbol = Symbol('impossible')

/** What a correct object does when its operations come one at a time. One model serves one key. */
export interface Model<State, Input, Output> {
  readonly initial: State
  /**
   * The state after an operation, or `IMPOSSIBLE` if this state cannot give that output. An
   * undefined output is unknown, and matches anything. States are never changed in place.
   */
  step(state: State, input: Input, output: Output | undefined): State | typeof IMPOSSIBLE
  /**
   * Whether an operation leaves each state as it is that can give this output: a read, a refused
   * compare-and-set. Not a write, even of the value that is there.
   */
  isReadOnly(input: Input, output: Output | undefined): boolean
  /** The same for equal states, and different for different ones. */
  stateKey(state: State): Scalar
  /** The call in a few words: `write x = 3`. */
  describe(key: string, input: Input): string
  /** The answer in a few words: `ok`, `3`. */
  describeOutput(input: Input, output: Output | undefined): string
  /**
   * Decides a history of one key without a search, or gives undefined where it cannot. Calls that
   * failed are left out of what it gets.
   */
  decide?(operations: readonly Operation<Input, Output>[]): Decision | undefined
}

export type Decision =
  | { readonly kind: 'linearizable' }
  /** `text` says in plain words what is wrong, `at` when the answer came that cannot be. */
  | { readonly kind: 'not-linearizable'; readonly at: number; readonly text: string }
