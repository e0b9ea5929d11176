import { ownErrors, ownPrototypes } from '../own-prototypes.ts'
import type { Border } from './border.ts'
import { define } from './define.ts'
import { innerFunction } from './inner-function.ts'
import { innerRng, isRng } from './inner-rng.ts'
import { innerStandIn } from './inner-stand-in.ts'
import { freezeCopy } from './freeze-copy.ts'
import { isSame } from './is-same.ts'
import { descendsFrom, errorClassOf, isDate, isMap, isPromise, isSet } from './kind-of.ts'
import { isValue } from './own-value.ts'
import { tie, tieCopies } from './ties.ts'
import {
  dateTime,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  GivenDate,
  GivenMap,
  GivenPromise,
  GivenRangeError,
  GivenSet,
  hasOwn,
  isArray,
  isFrozen,
  mapForEach,
  mapSet,
  ownKeys,
  setAdd,
  setForEach,
  setPrototypeOf,
} from './primordials.ts'

/** Hands values of the suite to a submission: copies and stand-ins of the inner realm, nothing else. */
export class ToInner {
  readonly #border: Border

  constructor(border: Border) {
    this.#border = border
  }

  hand(value: unknown): unknown {
    try {
      return this.#within(value, undefined)
    } catch (error) {
      throw this.ownError(error)
    }
  }

  /** What a function of the suite threw: an error of this realm, whatever happens on the way. */
  error(thrown: unknown): unknown {
    if (typeof thrown !== 'object' || thrown === null) return this.#handed(thrown)
    // The engine's own, of this realm: the stack was full before the suite's function began.
    const { RangeError: full, TypeError: wrong } = ownPrototypes.errors
    const prototype = getPrototypeOf(thrown)
    return prototype === full || prototype === wrong ? thrown : this.#handed(thrown)
  }

  /**
   * What was thrown while values of the submission were read: by the submission itself, and then it
   * is its own, or in the suite's realm, which was asked for new objects while the stack was full.
   */
  ownError(thrown: unknown): unknown {
    const isForeign =
      typeof thrown === 'object' &&
      thrown !== null &&
      descendsFrom(thrown, this.#border.outer.prototypes.object)
    return isForeign ? this.#handed(thrown) : thrown
  }

  #handed(thrown: unknown): unknown {
    try {
      return this.#within(thrown, undefined)
    } catch {
      return new GivenRangeError('Maximum call stack size exceeded')
    }
  }

  #within(value: unknown, crossing: number | undefined): unknown {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value
    return (
      this.#known(value, crossing) ?? this.#copied(value, crossing ?? this.#border.nextCrossing())
    )
  }

  /** What stands for it; or what it was copied to, or made of, where neither has changed since. */
  #known(value: object, crossing: number | undefined): object | undefined {
    const { ties } = this.#border
    const stand = ties.lasting.get(value)
    if (stand !== undefined) return stand
    const copied = ties.copies.get(value)
    if (copied === undefined) return undefined
    return copied.crossing === crossing || isSame(copied, this.#border) ? copied.inner : undefined
  }

  #copied(value: object, crossing: number): object {
    const kinds = this.#border.outer.prototypes
    if (typeof value === 'function') return this.#fixed(value, innerFunction(value, this.#border))
    const prototype = getPrototypeOf(value)
    if (prototype === kinds.object || prototype === null) {
      return this.#record(value, prototype === null, crossing)
    }
    if (isArray(value)) return this.#array(value, crossing)
    if (isMap(value, kinds)) return this.#map(value, crossing)
    if (isSet(value, kinds)) return this.#set(value, crossing)
    if (isDate(value, kinds)) return this.#noted(value, new GivenDate(dateTime(value)), crossing)
    if (isPromise(value, kinds)) return this.#fixed(value, this.#promise(value))
    const errorClass = errorClassOf(value, kinds)
    if (errorClass !== undefined) {
      const copy = new ownErrors[errorClass](textOf(value, 'message'))
      return this.#error(value, copy, crossing)
    }
    return this.#standInOf(value)
  }

  #standInOf(value: object): object {
    const border = this.#border
    const stand = isRng(value) ? innerRng(value, border) : innerStandIn(value, border)
    return this.#fixed(value, stand)
  }

  #fixed(value: object, inner: object): object {
    tie(this.#border.ties, inner, value)
    return inner
  }

  #noted<Copy extends object>(value: object, copy: Copy, crossing: number): Copy {
    tieCopies(this.#border.ties, { inner: copy, outer: value, crossing })
    return copy
  }

  #array(value: readonly unknown[], crossing: number): object {
    const copy = this.#noted<unknown[]>(value, [], crossing)
    for (let index = 0; index < value.length; index += 1) {
      const part = value[index]
      if (part !== undefined || hasOwn(value, index)) copy[index] = this.#within(part, crossing)
      else copy.length = index + 1
    }
    return isFrozen(value) ? this.#frozen(value, copy) : copy
  }

  /** A record with a function or an accessor is no data: it is stood in for. */
  #record(value: object, isBare: boolean, crossing: number): object {
    const keys = ownKeys(value)
    const copy: Record<PropertyKey, unknown> = {}
    if (isBare) setPrototypeOf(copy, null)
    let parts: unknown[] | undefined
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index]
      const found = key === undefined ? undefined : getOwnPropertyDescriptor(value, key)
      if (key === undefined) continue
      if (!isValue(found) || found.enumerable !== true) return this.#standInOf(value)
      const part: unknown = found.value
      if (typeof part === 'function') return this.#standInOf(value)
      if (typeof part === 'object' && part !== null) {
        // A list of the suite's realm: what is put into one of this realm may be seen by a setter.
        parts ??= this.#border.outer.newArray()
        parts[index] = part
      }
      put(copy, key, typeof part === 'object' ? null : part)
    }
    this.#noted(value, copy, crossing)
    if (parts !== undefined) this.#parts(keys, parts, copy, crossing)
    return isFrozen(value) ? this.#frozen(value, copy) : copy
  }

  /** Only when all of a record is known to be data, since what hangs on it may hang on to it. */
  #parts(
    keys: readonly PropertyKey[],
    parts: readonly unknown[],
    copy: Record<PropertyKey, unknown>,
    crossing: number,
  ): void {
    for (let index = 0; index < parts.length; index += 1) {
      const key = keys[index]
      const part = parts[index]
      // It has a property of that name already, so that no setter comes in between.
      if (key !== undefined && part !== undefined) copy[key] = this.#within(part, crossing)
    }
  }

  #frozen(value: object, copy: object): object {
    return freezeCopy(value, copy, this.#border.ties) ? this.#fixed(value, copy) : copy
  }

  #map(value: Map<unknown, unknown>, crossing: number): object {
    const copy = this.#noted(value, new GivenMap(), crossing)
    mapForEach(value, (part, key) => {
      mapSet(copy, this.#within(key, crossing), this.#within(part, crossing))
    })
    return copy
  }

  #set(value: Set<unknown>, crossing: number): object {
    const copy = this.#noted(value, new GivenSet(), crossing)
    setForEach(value, (part) => {
      setAdd(copy, this.#within(part, crossing))
    })
    return copy
  }

  #error(value: object, copy: object, crossing: number): object {
    this.#noted(value, copy, crossing)
    define(copy, 'name', textOf(value, 'name'), false)
    // Frames of the suite are none of the submission's business.
    define(copy, 'stack', `${textOf(value, 'name')}: ${textOf(value, 'message')}`, false)
    const keys = ownKeys(value)
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index]
      const found = key === undefined ? undefined : getOwnPropertyDescriptor(value, key)
      const isTold = key === 'name' || key === 'message' || key === 'stack'
      if (key === undefined || isTold || !isValue(found)) continue
      define(copy, key, this.#within(found.value, crossing), found.enumerable)
    }
    return copy
  }

  #promise(value: Promise<unknown>): object {
    return new GivenPromise((resolve, reject) => {
      const settle = (result: unknown): void => {
        try {
          resolve(this.hand(result))
        } catch (error) {
          reject(error)
        }
      }
      try {
        this.#border.outer.whenSettled(value, settle, (error) => reject(this.#handed(error)))
      } catch (error) {
        reject(this.ownError(error))
      }
    })
  }
}

/** Where the realm has something of that name on every object, it must not get in between. */
function put(copy: Record<PropertyKey, unknown>, key: PropertyKey, part: unknown): void {
  if (key in copy) define(copy, key, part)
  else copy[key] = part
}

function textOf(value: object, key: string): string {
  const found: unknown = get(value, key)
  return typeof found === 'string' ? found : ''
}
