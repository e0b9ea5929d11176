import { endOf } from '../../history/end-of.ts'
import type { Operation } from '../../history/operation.ts'
import type { Model } from '../models/model.ts'
import { touchingPredecessors } from '../program-order.ts'
import { CallList } from './call-list.ts'
import { Placed } from './placed.ts'
import { Seen } from './seen.ts'
import { INITIAL_STATE, NO_STATE, States } from './states.ts'
import { twinsOf } from './twins.ts'

export interface SearchResult<State, Input, Output> {
  /** `overrun`: the budget was spent before the search came to an end. */
  readonly kind: 'found' | 'none' | 'overrun'
  /** Configurations entered. */
  readonly configurations: number
  /** The longest order that was found, counted in operations with an answer. */
  readonly placed: readonly Operation<Input, Output>[]
  /** The state after `placed`. */
  readonly state: State
  /** The operations of which one had to come next, those that were answered first in front. */
  readonly blocked: readonly Operation<Input, Output>[]
}

/**
 * Looks for an order of one key's operations that keeps to real time and that the model can
 * explain: depth first, as in Wing & Gong (Testing and Verifying Concurrent Objects, J. Parallel
 * and Distributed Computing 17, 1993, section 4), and never twice into the same configuration.
 *
 * Two rules cut it short without losing an order. An answered operation that only reads is placed
 * as soon as it may come next and fits: moved to the front of an order that works, it still works.
 * An open operation is placed only if the next one needs it: if that leads to the same state
 * without it, it is left out there, and may still come later.
 *
 * `operations` are in the order of their calls, without those that failed.
 */
export function search<State, Input, Output>(
  operations: readonly Operation<Input, Output>[],
  model: Model<State, Input, Output>,
  budget: number,
): SearchResult<State, Input, Output> {
  const walk = new Walk(operations, model)
  const kind = walk.run(budget)
  const pick = (numbers: readonly number[]): Operation<Input, Output>[] =>
    numbers.flatMap((number) => operations[number] ?? [])
  return {
    kind,
    configurations: walk.configurations,
    placed: pick(walk.longest),
    state: walk.longestState,
    blocked: pick(walk.blocked).toSorted((one, other) => endOf(one) - endOf(other)),
  }
}

/** The list, the set, the state and the stack always tell of the same placed operations. */
class Walk<State, Input, Output> {
  readonly #calls: CallList
  readonly #placed: Placed
  readonly #states: States<State, Input, Output>
  readonly #seen = new Seen()
  readonly #predecessors: Int32Array
  readonly #twins: Int32Array
  readonly #isOpen: Uint8Array
  /** Of the answered operations only. */
  readonly #isReadOnly: Uint8Array
  #state = INITIAL_STATE
  /** Answered operations that are not placed. */
  #left: number
  readonly #stack: number[] = []
  readonly #statesBefore: number[] = []
  /** Heights of the stack at which there was a choice. */
  readonly #choices: number[] = []
  #longest: number[] = []
  #longestState = INITIAL_STATE
  #leastLeft = Infinity
  #blocked: number[] = []

  constructor(operations: readonly Operation<Input, Output>[], model: Model<State, Input, Output>) {
    this.#calls = new CallList(operations)
    this.#placed = new Placed(operations)
    this.#states = new States(model, operations)
    this.#predecessors = touchingPredecessors(operations)
    this.#twins = twinsOf(operations)
    this.#isOpen = Uint8Array.from(operations, (call) => Number(endOf(call) === Infinity))
    this.#isReadOnly = Uint8Array.from(operations, (call) =>
      Number(endOf(call) !== Infinity && model.isReadOnly(call.input, call.output)),
    )
    this.#left = this.#isOpen.reduce((left, isOpen) => left + 1 - isOpen, 0)
  }

  get configurations(): number {
    return this.#seen.size
  }

  get longest(): readonly number[] {
    return this.#longest
  }

  get longestState(): State {
    return this.#states.state(this.#longestState)
  }

  get blocked(): readonly number[] {
    return this.#blocked
  }

  run(budget: number): SearchResult<State, Input, Output>['kind'] {
    this.#settle()
    let entry = this.#calls.first()
    for (;;) {
      if (this.#left === 0) return 'found'
      const call = this.#calls.callAt(entry)
      if (call === -1) {
        if (this.#choices.length === 0) return 'none'
        entry = this.#undoChoice()
      } else {
        const next = this.#mayBePlaced(call) ? this.#states.next(this.#state, call) : NO_STATE
        if (next === NO_STATE || this.#isIdle(call, next)) {
          entry = this.#calls.after(entry)
        } else {
          this.#choices.push(this.#stack.length)
          this.#place(call, next)
          this.#settle()
          const isNew = this.#seen.add(this.#placed, this.#state)
          if (isNew && this.#seen.size > budget) return 'overrun'
          entry = isNew ? this.#calls.first() : this.#undoChoice()
        }
      }
    }
  }

  /** Whether placing this call, or the open one placed last, is of no use for getting to `next`. */
  #isIdle(call: number, next: number): boolean {
    if (this.#isOpen[call] === 1 && next === this.#state) return true
    const last = this.#stack.at(-1)
    if (last === undefined || this.#isOpen[last] === 0) return false
    return this.#states.next(this.#statesBefore.at(-1) ?? INITIAL_STATE, call) === next
  }

  /** Places all operations that may come next, only read, and fit. */
  #settle(): void {
    let entry = this.#calls.first()
    for (;;) {
      const call = this.#calls.callAt(entry)
      if (call === -1) break
      const isCandidate = this.#isReadOnly[call] === 1 && this.#mayBePlaced(call)
      if (isCandidate && this.#states.next(this.#state, call) === this.#state) {
        this.#place(call, this.#state)
      }
      entry = this.#calls.after(entry)
    }
    if (this.#left < this.#leastLeft) this.#remember()
  }

  /** Whether the operations besides those of the list that must come before it are placed. */
  #mayBePlaced(call: number): boolean {
    const predecessor = this.#predecessors[call] ?? -1
    const twin = this.#twins[call] ?? -1
    return (
      (predecessor === -1 || this.#placed.has(predecessor)) &&
      (twin === -1 || this.#placed.has(twin))
    )
  }

  #place(call: number, state: number): void {
    this.#stack.push(call)
    this.#statesBefore.push(this.#state)
    this.#state = state
    this.#placed.flip(call)
    this.#calls.lift(call)
    this.#left -= this.#isOpen[call] === 0 ? 1 : 0
  }

  /** Takes back the last choice and what followed from it; gives the entry to go on from. */
  #undoChoice(): number {
    const height = this.#choices.pop() ?? 0
    let call = -1
    while (this.#stack.length > height) {
      call = this.#stack.pop() ?? -1
      this.#state = this.#statesBefore.pop() ?? INITIAL_STATE
      this.#placed.flip(call)
      this.#calls.putBack(call)
      this.#left += this.#isOpen[call] === 0 ? 1 : 0
    }
    return this.#calls.after(this.#calls.callOf(call))
  }

  #remember(): void {
    this.#leastLeft = this.#left
    this.#longest = [...this.#stack]
    this.#longestState = this.#state
    this.#blocked = []
    let entry = this.#calls.first()
    for (;;) {
      const call = this.#calls.callAt(entry)
      if (call === -1) return
      if (this.#isOpen[call] === 0 && this.#mayBePlaced(call)) this.#blocked.push(call)
      entry = this.#calls.after(entry)
    }
  }
}
