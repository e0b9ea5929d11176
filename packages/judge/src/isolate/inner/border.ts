import type { InnerSide, OuterSide } from '../border-sides.ts'
import {
  apply,
  construct,
  freeze,
  get,
  getOwnPropertyDescriptor,
  GivenObject,
  GivenTypeError,
  isFrozen,
  ownKeys,
  set,
} from './primordials.ts'
import { createTies } from './ties.ts'
import type { Ties } from './ties.ts'
import { ToInner } from './to-inner.ts'
import { ToOuter } from './to-outer.ts'

/** What both directions of the border know of each other. */
export interface Border {
  readonly outer: OuterSide
  readonly ties: Ties
  /** The number of the next crossing. */
  nextCrossing(): number
  toOuter(value: unknown): unknown
  toInner(value: unknown): unknown
  /** What was thrown on the outer side, for the submission. */
  errorToInner(error: unknown): unknown
  /** What was thrown while `toOuter` read a value of the submission, for the submission. */
  ownError(error: unknown): unknown
}

/** Opens the border: called once, by the suite's side, before the submission is loaded. */
export function createBorder(outer: OuterSide): InnerSide {
  let crossings = 0
  const border: Border = {
    outer,
    ties: createTies(),
    nextCrossing: () => (crossings += 1),
    toOuter: (value) => toOuter.hand(value),
    toInner: (value) => toInner.hand(value),
    errorToInner: (error) => toInner.error(error),
    ownError: (error) => toInner.ownError(error),
  }
  const toOuter = new ToOuter(border)
  const toInner = new ToInner(border)
  return innerSide(border, (error) => outer.newFailure(toOuter.error(error)))
}

function innerSide(border: Border, failure: (error: unknown) => object): InnerSide {
  const { outer, ties, toOuter, toInner } = border

  /** Whatever the submission throws leaves as an outer value, in an object that only that side makes. */
  function guarded<Result>(act: () => Result): Result {
    try {
      return act()
    } catch (error) {
      throw failure(error)
    }
  }

  function innerArgs(args: readonly unknown[]): unknown[] {
    const inner: unknown[] = []
    for (let index = 0; index < args.length; index += 1) inner[index] = toInner(args[index])
    return inner
  }

  return {
    call: (inner, self, args) => {
      try {
        if (typeof inner !== 'function') throw new GivenTypeError('only functions are called')
        return toOuter(apply(inner, toInner(self), innerArgs(args)))
      } catch (error) {
        throw failure(error)
      }
    },
    construct: (inner, args) =>
      guarded(() => {
        if (typeof inner !== 'function') throw new GivenTypeError('only classes are constructed')
        return toOuter(construct(inner, innerArgs(args)))
      }),
    read: (inner, key) => {
      try {
        const found: unknown = get(inner, key)
        // By which some tell whether two objects are of a kind: both realms have the same.
        if (key === 'constructor' && found === GivenObject)
          return outer.prototypes.object.constructor
        return toOuter(found)
      } catch (error) {
        throw failure(error)
      }
    },
    has: (inner, key) => guarded(() => key in inner),
    write: (inner, key, value) => guarded(() => set(inner, key, toInner(value))),
    keys: (inner) => guarded(() => outerKeys(ownKeys(inner), outer)),
    describe: (inner, key) =>
      guarded(() => {
        const found = getOwnPropertyDescriptor(inner, key)
        if (found === undefined) return undefined
        return outer.newDescriptor(toOuter(get(inner, key)), found.enumerable === true)
      }),
    freezeOriginal: (outerValue) =>
      guarded(() => {
        const stoodFor = ties.stoodFor.get(outerValue)
        const inner = stoodFor ?? ties.copies.get(outerValue)?.inner
        if (inner !== undefined && !isFrozen(inner)) freeze(inner)
        return stoodFor !== undefined
      }),
    standsFor: (outerValue) => ties.stoodFor.get(outerValue),
    exportsOf: (namespace) =>
      guarded(() => {
        const exported = outer.newRecord()
        const keys = ownKeys(namespace)
        for (let index = 0; index < keys.length; index += 1) {
          const key = keys[index]
          if (typeof key !== 'string') continue
          outer.define(exported, key, toOuter(get(namespace, key)), true)
        }
        return exported
      }),
  }
}

function outerKeys(keys: readonly PropertyKey[], outer: OuterSide): PropertyKey[] {
  const copy = outer.newArray<PropertyKey>()
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index]
    if (key !== undefined) copy[index] = key
  }
  return copy
}
