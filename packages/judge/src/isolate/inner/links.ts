import { uncurry } from './primordials.ts'

/** Object → object, known to the border alone, and gone with its key. */
export interface Links {
  get(key: object): object | undefined
  set(key: object, value: object): void
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
const weakGet: (map: object, key: object) => object | undefined = uncurry(weakMapGet)
const weakSet: (map: object, key: object, value: object) => unknown = uncurry(weakMapSet)

/**
 * Links kept in a private field of the key itself: with hundreds of thousands of short-lived keys a
 * WeakMap makes garbage collection the larger part of a run.
 */
export function createLinks(): Links {
  class Link extends Given {
    #to: object

    constructor(key: object, to: object) {
      super(key)
      this.#to = to
    }

    static get(key: object): object | undefined {
      return #to in key ? key.#to : weakGet(sealed, key)
    }

    static set(key: object, to: object): void {
      if (#to in key) key.#to = to
      // oxlint-disable-next-line no-new -- the field is added to the key, which is at hand
      else new Link(key, to)
    }
  }
  /** Engines may refuse new private fields on objects that cannot be extended. */
  const sealed = new WeakMap<object, object>()

  return {
    get: Link.get,
    set(key, value) {
      try {
        Link.set(key, value)
      } catch {
        weakSet(sealed, key, value)
      }
    },
  }
}
