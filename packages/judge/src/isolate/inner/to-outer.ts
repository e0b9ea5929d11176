import type { Border } from './border.ts'
import { createCopies } from './copies.ts'
import type { Copies } from './copies.ts'
import { isDate, isError, isMap, isPromise, isSet } from './kind-of.ts'
import {
  dateTime,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  GivenRangeError,
  isArray,
  isFrozen,
  mapForEach,
  ownKeys,
  promiseThen,
  prototypes,
  setForEach,
  toText,
} from './primordials.ts'

/** More than any honest value holds: copying a million entries takes seconds. */
const VALUES_MAX = 100_000

/** One value on its way out, with everything that hangs on it. */
interface Crossing {
  left: number
  readonly copies: Copies
}

/**
 * Hands values of a submission to the suite. Reading them may run code of the submission (getters,
 * proxies), which then sees objects of its own realm only.
 */
export class ToOuter {
  readonly #border: Border

  constructor(border: Border) {
    this.#border = border
  }

  hand(value: unknown): unknown {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value
    return (
      this.#border.standIns.ofInner.get(value) ??
      this.#copied(value, { left: VALUES_MAX, copies: createCopies() })
    )
  }

  #within(value: unknown, crossing: Crossing): unknown {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value
    return (
      this.#border.standIns.ofInner.get(value) ??
      crossing.copies.get(value) ??
      this.#copied(value, crossing)
    )
  }

  #copied(value: object, crossing: Crossing): object {
    const { outer } = this.#border
    if (typeof value === 'function') {
      const stand = isBare(value) ? outer.newFunction(value) : outer.newCallable(value)
      return this.#standIn(value, stand)
    }
    const prototype = getPrototypeOf(value)
    if (prototype === prototypes.object || prototype === null) return this.#record(value, crossing)
    if (isArray(value)) return this.#array(value, crossing)
    if (isMap(value, prototypes)) return this.#map(value, crossing)
    if (isSet(value, prototypes)) return this.#set(value, crossing)
    if (isDate(value, prototypes)) return outer.newDate(dateTime(value))
    if (isPromise(value, prototypes)) return this.#promise(value)
    if (isError(value, prototypes)) return this.#error(value, crossing)
    return this.#standIn(value, outer.newStandIn(value))
  }

  #standIn(inner: object, stand: object): object {
    const { standIns } = this.#border
    standIns.ofInner.set(inner, stand)
    standIns.ofOuter.set(stand, inner)
    return stand
  }

  #note(inner: object, copy: object, crossing: Crossing): void {
    crossing.copies.set(inner, copy)
    this.#border.originals.ofOuterCopy.set(copy, inner)
  }

  #array(value: readonly unknown[], crossing: Crossing): object {
    const copy = this.#border.outer.newArray<unknown>()
    this.#note(value, copy, crossing)
    const { length } = value
    for (let index = 0; index < length; index += 1) {
      count(crossing)
      copy[index] = this.#within(value[index], crossing)
    }
    return this.#kept(value, copy)
  }

  /**
   * A record with a function, an accessor or something hidden is no data: it is stood in for. So is
   * one without anything of its own, since a proxy may answer all the same.
   */
  #record(value: object, crossing: Crossing): object {
    const { outer } = this.#border
    const keys = ownKeys(value)
    if (keys.length === 0) return this.#standIn(value, outer.newStandIn(value))
    const copy = outer.newRecord()
    this.#note(value, copy, crossing)
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index]
      const found = key === undefined ? undefined : getOwnPropertyDescriptor(value, key)
      if (key === undefined || found === undefined) continue
      if (!isData(found)) return this.#standIn(value, outer.newStandIn(value))
      count(crossing)
      const part = this.#within(found.value, crossing)
      if (key === '__proto__') outer.define(copy, key, part, true)
      else copy[key] = part
    }
    return this.#kept(value, copy)
  }

  /** What is frozen looks the same each time: its copy serves again. */
  #kept(value: object, copy: object): object {
    if (isFrozen(value)) this.#border.standIns.ofInner.set(value, copy)
    return copy
  }

  #map(value: Map<unknown, unknown>, crossing: Crossing): object {
    const copy = this.#border.outer.newMap()
    this.#note(value, copy, crossing)
    mapForEach(value, (part, key) => {
      count(crossing)
      copy.set(this.#within(key, crossing), this.#within(part, crossing))
    })
    return copy
  }

  #set(value: Set<unknown>, crossing: Crossing): object {
    const copy = this.#border.outer.newSet()
    this.#note(value, copy, crossing)
    setForEach(value, (part) => {
      count(crossing)
      copy.add(this.#within(part, crossing))
    })
    return copy
  }

  #error(value: object, crossing: Crossing): object {
    const { outer } = this.#border
    const stack = textOf(value, 'stack')
    const copy = outer.newError(textOf(value, 'name'), textOf(value, 'message'), stack)
    this.#note(value, copy, crossing)
    count(crossing)
    const cause: unknown = getOwnPropertyDescriptor(value, 'cause')?.value
    if (cause !== undefined) outer.define(copy, 'cause', this.#within(cause, crossing), false)
    return copy
  }

  #promise(value: Promise<unknown>): object {
    const pending = this.#border.outer.newPromise()
    const settle = (act: (result: unknown) => void, result: unknown): void => {
      let crossed: unknown
      try {
        crossed = this.hand(result)
      } catch (error) {
        pending.reject(this.hand(error))
        return
      }
      act(crossed)
    }
    void promiseThen(
      value,
      (result) => settle(pending.resolve, result),
      (error) => settle(pending.reject, error),
    )
    return this.#standIn(value, pending.promise)
  }
}

function count(crossing: Crossing): void {
  crossing.left -= 1
  if (crossing.left >= 0) return
  throw new GivenRangeError(`it handed over more than ${VALUES_MAX} values at once`)
}

function isData({ enumerable, get: read, set: write, value }: PropertyDescriptor): boolean {
  return (
    enumerable === true && read === undefined && write === undefined && typeof value !== 'function'
  )
}

/** A function without properties that somebody gave it. */
function isBare(value: object): boolean {
  const keys = ownKeys(value)
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index]
    const isUsual =
      key === 'length' ||
      key === 'name' ||
      key === 'prototype' ||
      key === 'arguments' ||
      key === 'caller'
    if (!isUsual) return false
  }
  return true
}

function textOf(value: object, key: string): string {
  const found: unknown = get(value, key)
  return typeof found === 'string' ? found : found === undefined ? '' : toText(typeof found)
}
