import { uncurry } from './primordials.ts'

/** Object → value, known to the border alone, and gone with its key. */
export interface Links<Value> {
  get(key: object): Value | undefined
  set(key: object, value: Value): void
}

/** A constructor that returns what it is given: whatever extends it adds private fields to that. */
// oxlint-disable-next-line typescript/no-extraneous-class -- only a class can be extended
class Given {
  constructor(value: object) {
    // oxlint-disable-next-line no-constructor-return -- the private field goes onto the given object
    return value
  }
}

const { get: weakMapGet, set: weakMapSet } = WeakMap.prototype
const weakGet: <Value>(map: WeakMap<object, Value>, key: object) => Value | undefined =
  uncurry(weakMapGet)
const weakSet: <Value>(map: WeakMap<object, Value>, key: object, value: Value) => unknown =
  uncurry(weakMapSet)

/**
 * Links kept in a private field of the key itself: with hundreds of thousands of short-lived keys a
 * WeakMap makes garbage collection the larger part of a run. Looking for one runs no foreign code,
 * and a proxy has its own.
 */
export function createLinks<Value>(): Links<Value> {
  /** Engines may refuse new private fields on objects that cannot be extended. */
  const sealed = new WeakMap<object, Value>()
  let areSealed = false

  class Link extends Given {
    #to: Value

    constructor(key: object, to: Value) {
      super(key)
      this.#to = to
    }

    static get(key: object): Value | undefined {
      if (#to in key) return key.#to
      return areSealed ? weakGet(sealed, key) : undefined
    }

    static set(key: object, to: Value): void {
      if (#to in key) key.#to = to
      // oxlint-disable-next-line no-new -- the field is added to the key, which is at hand
      else new Link(key, to)
    }
  }

  return {
    get: Link.get,
    set(key, value) {
      try {
        Link.set(key, value)
      } catch {
        areSealed = true
        weakSet(sealed, key, value)
      }
    },
  }
}
