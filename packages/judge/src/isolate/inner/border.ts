import type { InnerSide, OuterSide } from '../border-sides.ts'
import { createLinks } from './links.ts'
import type { Links } from './links.ts'
import {
  apply,
  construct,
  freeze,
  get,
  getOwnPropertyDescriptor,
  GivenRangeError,
  isFrozen,
  ownKeys,
  set,
} from './primordials.ts'
import { ToInner } from './to-inner.ts'
import { ToOuter } from './to-outer.ts'

/** What both directions of the border know of each other. */
export interface Border {
  readonly outer: OuterSide
  /** Inner object → the one outer object that stands for it, and the other way round. */
  readonly standIns: { readonly ofInner: Links; readonly ofOuter: Links }
  /** Copy → what it was made of on the other side. */
  readonly originals: { readonly ofOuterCopy: Links; readonly ofInnerCopy: Links }
  toOuter(value: unknown): unknown
  toInner(value: unknown): unknown
  /** What was thrown on the outer side, for the submission. */
  errorToInner(error: unknown): unknown
}

/** Opens the border: called once, by the suite's side, before the submission is loaded. */
export function createBorder(outer: OuterSide): InnerSide {
  const border: Border = {
    outer,
    standIns: { ofInner: createLinks(), ofOuter: createLinks() },
    originals: { ofOuterCopy: createLinks(), ofInnerCopy: createLinks() },
    toOuter: (value) => toOuter.hand(value),
    toInner: (value) => toInner.hand(value),
    errorToInner: (error) => toInner.error(error),
  }
  const toOuter = new ToOuter(border)
  const toInner = new ToInner(border)
  return innerSide(border)
}

function innerSide(border: Border): InnerSide {
  const { outer, toOuter, toInner } = border

  /** Whatever the submission throws leaves as an outer value. */
  function guarded<Result>(act: () => Result): Result {
    try {
      return act()
    } catch (error) {
      throw toOuter(error)
    }
  }

  function innerArgs(args: readonly unknown[]): unknown[] {
    const inner: unknown[] = []
    for (let index = 0; index < args.length; index += 1) inner[index] = toInner(args[index])
    return inner
  }

  return {
    call: (inner, self, args) => {
      if (typeof inner !== 'function') throw new GivenRangeError('only functions are called')
      try {
        return toOuter(apply(inner, toInner(self), innerArgs(args)))
      } catch (error) {
        throw toOuter(error)
      }
    },
    construct: (inner, args) =>
      guarded(() => {
        if (typeof inner !== 'function') throw new GivenRangeError('only classes are constructed')
        return toOuter(construct(inner, innerArgs(args)))
      }),
    read: (inner, key) => {
      try {
        return toOuter(get(inner, key))
      } catch (error) {
        throw toOuter(error)
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
    freezeOriginal: (copy) => {
      const stoodFor = border.standIns.ofOuter.get(copy)
      const original = stoodFor ?? border.originals.ofOuterCopy.get(copy)
      if (original !== undefined && !isFrozen(original)) guarded(() => freeze(original))
      return stoodFor !== undefined && border.originals.ofOuterCopy.get(copy) === undefined
    },
    exportsOf: (namespace) => {
      const exported = outer.newRecord()
      const keys = ownKeys(namespace)
      for (let index = 0; index < keys.length; index += 1) {
        const key = keys[index]
        if (typeof key === 'string') exported[key] = guarded(() => toOuter(get(namespace, key)))
      }
      return exported
    },
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
