import type { Border } from './border.ts'
import { createCopies } from './copies.ts'
import type { Copies } from './copies.ts'
import { define } from './define.ts'
import { innerFunction } from './inner-function.ts'
import { innerRng, isRng } from './inner-rng.ts'
import { innerStandIn } from './inner-stand-in.ts'
import { descendsFrom, isDate, isError, isMap, isPromise, isSet } from './kind-of.ts'
import {
  dateTime,
  freeze,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  GivenDate,
  GivenError,
  GivenMap,
  GivenPromise,
  GivenRangeError,
  GivenSet,
  is,
  isArray,
  isFrozen,
  mapForEach,
  mapSet,
  ownKeys,
  promiseThen,
  prototypes,
  setAdd,
  setForEach,
} from './primordials.ts'

/** Hands values of the suite to a submission: copies and stand-ins of the inner realm, nothing else. */
export class ToInner {
  readonly #border: Border

  constructor(border: Border) {
    this.#border = border
  }

  hand(value: unknown): unknown {
    return this.#within(value, undefined)
  }

  /** An error of this realm, whatever happens on the way, a full stack included. */
  error(error: unknown): unknown {
    try {
      const isOwn =
        typeof error === 'object' && error !== null && descendsFrom(error, prototypes.object)
      return isOwn ? error : this.hand(error)
    } catch {
      return new GivenRangeError('Maximum call stack size exceeded')
    }
  }

  #within(value: unknown, copies: Copies | undefined): unknown {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value
    return (
      this.#border.standIns.ofOuter.get(value) ??
      copies?.get(value) ??
      this.#original(value) ??
      this.#copied(value, copies ?? createCopies())
    )
  }

  /** A copy that comes back as it was given is the very object that it was made of. */
  #original(copy: object): object | undefined {
    const original = this.#border.originals.ofOuterCopy.get(copy)
    if (original === undefined || isFrozen(copy)) return original
    return this.#isSame(copy, original) ? original : undefined
  }

  #isSame(copy: object, original: object): boolean {
    const { standIns, originals } = this.#border
    const keys = ownKeys(copy)
    if (keys.length !== ownKeys(original).length) return false
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index]
      if (key === undefined) continue
      const one: unknown = getOwnPropertyDescriptor(copy, key)?.value
      const other: unknown = getOwnPropertyDescriptor(original, key)?.value
      if (is(one, other)) continue
      if (typeof one !== 'object' || one === null) return false
      if ((standIns.ofOuter.get(one) ?? originals.ofOuterCopy.get(one)) !== other) return false
    }
    return true
  }

  #copied(value: object, copies: Copies): object {
    const kinds = this.#border.outer.prototypes
    if (typeof value === 'function') return this.#pair(value, innerFunction(value, this.#border))
    const prototype = getPrototypeOf(value)
    if (prototype === kinds.object || prototype === null) return this.#record(value, copies)
    if (isArray(value)) return this.#array(value, copies)
    if (isMap(value, kinds)) return this.#map(value, copies)
    if (isSet(value, kinds)) return this.#set(value, copies)
    if (isDate(value, kinds)) return new GivenDate(dateTime(value))
    if (isPromise(value, kinds)) return this.#pair(value, this.#promise(value))
    if (isError(value, kinds)) return this.#pair(value, copyOfError(value))
    return this.#standIn(value)
  }

  #standIn(value: object): object {
    const border = this.#border
    return this.#pair(value, isRng(value) ? innerRng(value, border) : innerStandIn(value, border))
  }

  #pair(value: object, stand: object): object {
    const { standIns } = this.#border
    standIns.ofOuter.set(value, stand)
    standIns.ofInner.set(stand, value)
    return stand
  }

  #note(value: object, copy: object, copies: Copies): void {
    copies.set(value, copy)
    this.#border.originals.ofInnerCopy.set(copy, value)
  }

  #array(value: readonly unknown[], copies: Copies): object {
    const copy: unknown[] = []
    this.#note(value, copy, copies)
    for (let index = 0; index < value.length; index += 1) {
      copy[index] = this.#within(value[index], copies)
    }
    return isFrozen(value) ? freeze(copy) : copy
  }

  #record(value: object, copies: Copies): object {
    const keys = ownKeys(value)
    const copy: Record<PropertyKey, unknown> = {}
    this.#note(value, copy, copies)
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index]
      const found = key === undefined ? undefined : getOwnPropertyDescriptor(value, key)
      if (key === undefined || found === undefined) continue
      if (found.get !== undefined || typeof found.value === 'function') return this.#standIn(value)
      const part = this.#within(found.value, copies)
      // Where the realm has something of that name on every object, it must not get in between.
      if (key in copy) define(copy, key, part)
      else copy[key] = part
    }
    return isFrozen(value) ? freeze(copy) : copy
  }

  #map(value: Map<unknown, unknown>, copies: Copies): object {
    const copy = new GivenMap()
    this.#note(value, copy, copies)
    mapForEach(value, (part, key) => {
      mapSet(copy, this.#within(key, copies), this.#within(part, copies))
    })
    return copy
  }

  #set(value: Set<unknown>, copies: Copies): object {
    const copy = new GivenSet()
    this.#note(value, copy, copies)
    setForEach(value, (part) => {
      setAdd(copy, this.#within(part, copies))
    })
    return copy
  }

  #promise(value: Promise<unknown>): object {
    return new GivenPromise((resolve, reject) => {
      void promiseThen(
        value,
        (result) => resolve(this.hand(result)),
        (error) => reject(this.error(error)),
      )
    })
  }
}

function copyOfError(value: object): object {
  const copy = new GivenError(textOf(value, 'message'))
  define(copy, 'name', textOf(value, 'name'))
  // Frames of the suite are none of the submission's business.
  define(copy, 'stack', `${textOf(value, 'name')}: ${textOf(value, 'message')}`)
  return copy
}

function textOf(value: object, key: string): string {
  const found: unknown = get(value, key)
  return typeof found === 'string' ? found : ''
}
