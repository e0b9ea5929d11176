import type { Border } from './border.ts'
import { define } from './define.ts'
import { get, getPrototypeOf, GivenProxy, hasOwn, ownKeys } from './primordials.ts'

/**
 * Behaves like an object of the suite that is more than data, such as an env or a clock. Only what
 * the suite itself has put on it is seen, never what every object has: that leads into its realm.
 */
export function innerStandIn(value: object, border: Border): object {
  const { object: objectPrototype } = border.outer.prototypes

  function isThere(key: PropertyKey): boolean {
    if (hasOwn(value, key)) return true
    if (key === 'constructor') return false
    for (let at = getPrototypeOf(value); at !== null; at = getPrototypeOf(at)) {
      if (at === objectPrototype) return false
      if (hasOwn(at, key)) return true
    }
    return false
  }

  function read(key: PropertyKey): unknown {
    let found: unknown
    try {
      found = get(value, key)
    } catch (error) {
      throw border.errorToInner(error)
    }
    return border.toInner(found)
  }

  const handler: ProxyHandler<object> = {
    get: (target, key) => (isThere(key) ? read(key) : get(target, key)),
    has: (target, key) => isThere(key) || key in target,
    set: refuse,
    defineProperty: refuse,
    deleteProperty: refuse,
    setPrototypeOf: refuse,
    preventExtensions: refuse,
    ownKeys: () => ownKeysOf(value),
    getOwnPropertyDescriptor: (_target, key) => {
      if (!hasOwn(value, key)) return undefined
      return {
        // A literal prototype: nothing that was put on Object.prototype counts.
        __proto__: null,
        value: read(key),
        writable: true,
        enumerable: true,
        configurable: true,
      }
    },
  }
  return new GivenProxy({}, handler)
}

function refuse(): boolean {
  return false
}

function ownKeysOf(value: object): (string | symbol)[] {
  const keys = ownKeys(value)
  const copy: (string | symbol)[] = []
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index]
    if (key !== undefined) define(copy, index, key)
  }
  return copy
}
