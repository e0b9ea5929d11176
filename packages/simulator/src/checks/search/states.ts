import type { Operation } from '../../history/operation.ts'
import { IMPOSSIBLE } from '../models/model.ts'
import type { Model, Scalar } from '../models/model.ts'

/** No such state: the model says that the operation is impossible. */
export const NO_STATE = -1
/** The number of the model's initial state. */
export const INITIAL_STATE = 0

/** Numbers the states of a model as they appear, so that the search compares numbers only. */
export class States<State, Input, Output> {
  readonly #model: Model<State, Input, Output>
  readonly #operations: readonly Operation<Input, Output>[]
  readonly #states: State[]
  readonly #numbers = new Map<Scalar, number>()

  constructor(model: Model<State, Input, Output>, operations: readonly Operation<Input, Output>[]) {
    this.#model = model
    this.#operations = operations
    this.#states = [model.initial]
    this.#numbers.set(model.stateKey(model.initial), INITIAL_STATE)
  }

  /** The state after an operation, or `NO_STATE`. */
  next(state: number, operation: number): number {
    const call = this.#operations[operation]
    if (call === undefined) throw new Error(`Operation ${operation} does not exist`)
    const before = this.state(state)
    const after = this.#model.step(before, call.input, call.output)
    if (after === IMPOSSIBLE) return NO_STATE
    return after === before ? state : this.#number(after)
  }

  state(number: number): State {
    const state = this.#states[number]
    if (state === undefined) throw new Error(`State ${number} was never seen`)
    return state
  }

  #number(state: State): number {
    const key = this.#model.stateKey(state)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#states.length
    this.#states.push(state)
    this.#numbers.set(key, number)
    return number
  }
}
