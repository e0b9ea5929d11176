import { ownPrototypes } from '../own-prototypes.ts'
import type { Border } from './border.ts'
import { freezeCopy } from './freeze-copy.ts'
import { isSame } from './is-same.ts'
import { errorClassOf, isDate, isMap, isPromise, isSet } from './kind-of.ts'
import { tie, tieCopies } from './ties.ts'
import {
  dateTime,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  GivenRangeError,
  hasOwn,
  isArray,
  isFrozen,
  mapForEach,
  ownKeys,
  promiseThen,
  setForEach,
  toText,
} from './primordials.ts'

/** More than any honest value holds: copying a million entries takes seconds. */
const VALUES_MAX = 100_000

/** One value on its way out, with everything that hangs on it. */
interface Crossing {
  left: number
  readonly id: number
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
    const known = this.#known(value, undefined)
    if (known !== undefined) return known
    return this.#copied(value, { left: VALUES_MAX, id: this.#border.nextCrossing() })
  }

  /** Of what was thrown there is always something to tell, even if it cannot be read. */
  error(thrown: unknown): unknown {
    try {
      return this.hand(thrown)
    } catch {
      const message = 'something that cannot be read'
      return this.#border.outer.newError({ kind: 'Error', name: 'Error', message, stack: '' })
    }
  }

  #within(value: unknown, crossing: Crossing): unknown {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value
    return this.#known(value, crossing.id) ?? this.#copied(value, crossing)
  }

  /** What stands for it; or what it was copied to, or made of, where neither has changed since. */
  #known(value: object, crossing: number | undefined): object | undefined {
    const { ties } = this.#border
    const stand = ties.lasting.get(value)
    if (stand !== undefined) return stand
    const copied = ties.copies.get(value)
    if (copied === undefined) return undefined
    return copied.crossing === crossing || isSame(copied, this.#border) ? copied.outer : undefined
  }

  #copied(value: object, crossing: Crossing): object {
    const { outer } = this.#border
    if (typeof value === 'function') {
      return this.#standIn(
        value,
        isBare(value) ? outer.newFunction(value) : outer.newCallable(value),
      )
    }
    const prototype = getPrototypeOf(value)
    if (prototype === ownPrototypes.object || prototype === null) {
      return this.#record(value, prototype === null, crossing)
    }
    if (isArray(value)) return this.#array(value, crossing)
    if (isMap(value, ownPrototypes)) return this.#map(value, crossing)
    if (isSet(value, ownPrototypes)) return this.#set(value, crossing)
    if (isDate(value, ownPrototypes)) {
      return this.#noted(value, outer.newDate(dateTime(value)), crossing)
    }
    if (isPromise(value, ownPrototypes)) return this.#promise(value)
    const errorClass = errorClassOf(value, ownPrototypes)
    if (errorClass !== undefined) {
      const stack = textOf(value, 'stack')
      const text = {
        kind: errorClass,
        name: textOf(value, 'name'),
        message: textOf(value, 'message'),
      }
      return this.#error(value, outer.newError({ ...text, stack }), crossing)
    }
    return this.#standIn(value, outer.newStandIn(value))
  }

  #standIn(inner: object, stand: object): object {
    const { ties } = this.#border
    ties.stoodFor.set(stand, inner)
    tie(ties, inner, stand)
    return stand
  }

  #fixed(inner: object, outer: object): object {
    tie(this.#border.ties, inner, outer)
    return outer
  }

  #noted<Copy extends object>(inner: object, copy: Copy, crossing: Crossing): Copy {
    tieCopies(this.#border.ties, { inner, outer: copy, crossing: crossing.id })
    return copy
  }

  #array(value: readonly unknown[], crossing: Crossing): object {
    const copy = this.#noted(value, this.#border.outer.newArray<unknown>(), crossing)
    const { length } = value
    for (let index = 0; index < length; index += 1) {
      count(crossing)
      const part = value[index]
      if (part !== undefined || hasOwn(value, index)) copy[index] = this.#within(part, crossing)
      else copy.length = index + 1
    }
    return isFrozen(value) ? this.#frozen(value, copy) : copy
  }

  /**
   * A record with a function, an accessor or something hidden is no data: it is stood in for. So is
   * one without anything of its own, since a proxy may answer all the same.
   */
  #record(value: object, isBareRecord: boolean, crossing: Crossing): object {
    const { outer } = this.#border
    const keys = ownKeys(value)
    const copy = isBareRecord ? outer.newBareRecord() : outer.newRecord()
    let parts: unknown[] | undefined
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index]
      const found = key === undefined ? undefined : getOwnPropertyDescriptor(value, key)
      if (key === undefined || found === undefined) continue
      if (!isData(found)) return this.#standIn(value, outer.newStandIn(value))
      count(crossing)
      const part: unknown = found.value
      if (typeof part === 'object' && part !== null) {
        parts ??= outer.newArray()
        parts[index] = part
      }
      const plain = typeof part === 'object' ? null : part
      if (key === '__proto__') outer.define(copy, key, plain, true)
      else copy[key] = plain
    }
    if (keys.length === 0) return this.#standIn(value, outer.newStandIn(value))
    this.#noted(value, copy, crossing)
    if (parts !== undefined) this.#parts(keys, parts, copy, crossing)
    return isFrozen(value) ? this.#frozen(value, copy) : copy
  }

  /** Only when all of a record is known to be data, since what hangs on it may hang on to it. */
  #parts(
    keys: readonly PropertyKey[],
    parts: readonly unknown[],
    copy: Record<PropertyKey, unknown>,
    crossing: Crossing,
  ): void {
    for (let index = 0; index < parts.length; index += 1) {
      const key = keys[index]
      const part = parts[index]
      // It has a property of that name already, also where that is `__proto__`.
      if (key !== undefined && part !== undefined) copy[key] = this.#within(part, crossing)
    }
  }

  #frozen(value: object, copy: object): object {
    return freezeCopy(value, copy, this.#border.ties) ? this.#fixed(value, copy) : copy
  }

  #map(value: Map<unknown, unknown>, crossing: Crossing): object {
    const copy = this.#noted(value, this.#border.outer.newMap(), crossing)
    mapForEach(value, (part, key) => {
      count(crossing)
      copy.set(this.#within(key, crossing), this.#within(part, crossing))
    })
    return copy
  }

  #set(value: Set<unknown>, crossing: Crossing): object {
    const copy = this.#noted(value, this.#border.outer.newSet(), crossing)
    setForEach(value, (part) => {
      count(crossing)
      copy.add(this.#within(part, crossing))
    })
    return copy
  }

  /** What somebody added to it goes along, such as a code or a cause. */
  #error(value: object, copy: object, crossing: Crossing): object {
    const { outer } = this.#border
    this.#noted(value, copy, crossing)
    const keys = ownKeys(value)
    for (let index = 0; index < keys.length; index += 1) {
      count(crossing)
      const key = keys[index]
      if (key === undefined || key === 'name' || key === 'message' || key === 'stack') continue
      const found = getOwnPropertyDescriptor(value, key)
      if (found === undefined) continue
      const part = this.#within(get(value, key), crossing)
      outer.define(copy, key, part, found.enumerable === true)
    }
    return copy
  }

  #promise(value: Promise<unknown>): object {
    const pending = this.#border.outer.newPromise()
    const settle = (act: (result: unknown) => void, result: unknown): void => {
      try {
        act(this.hand(result))
      } catch (error) {
        pending.reject(this.error(error))
      }
    }
    void promiseThen(
      value,
      (result) => settle(pending.resolve, result),
      (error) => settle(pending.reject, error),
    )
    return this.#fixed(value, pending.promise)
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

/** A function without properties that somebody gave it; a class answers for its objects as well. */
function isBare(value: object): boolean {
  const keys = ownKeys(value)
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index]
    if (key === 'prototype') {
      if (getOwnPropertyDescriptor(value, key)?.writable !== true) return false
    } else if (key !== 'length' && key !== 'name') return false
  }
  return true
}

function textOf(value: object, key: string): string {
  const found: unknown = get(value, key)
  return typeof found === 'string' ? found : found === undefined ? '' : toText(typeof found)
}
