import { errorClasses } from '../border-sides.ts'
import type { ErrorClass, Prototypes } from '../border-sides.ts'
import { dateTime, getPrototypeOf, mapSize, ownKeys, setSize } from './primordials.ts'

/*
 * An object may have the prototype of a kind without being of it, and one that is may have members of
 * its own that hide those of the kind: neither is copied as what it looks like.
 */

export function isMap(value: object, { map }: Prototypes): value is Map<unknown, unknown> {
  return getPrototypeOf(value) === map && isPlain(value, mapSize)
}

export function isSet(value: object, { set }: Prototypes): value is Set<unknown> {
  return getPrototypeOf(value) === set && isPlain(value, setSize)
}

export function isDate(value: object, { date }: Prototypes): value is Date {
  return getPrototypeOf(value) === date && isPlain(value, dateTime)
}

export function isPromise(value: object, { promise }: Prototypes): value is Promise<unknown> {
  return getPrototypeOf(value) === promise && ownKeys(value).length === 0
}

/** Which of the errors of the language a value is, or descends from. */
export function errorClassOf(value: object, { errors }: Prototypes): ErrorClass | undefined {
  for (let at = getPrototypeOf(value); at !== null; at = getPrototypeOf(at)) {
    for (let index = 0; index < errorClasses.length; index += 1) {
      const name = errorClasses[index]
      if (name !== undefined && errors[name] === at) return name
    }
  }
  return undefined
}

export function descendsFrom(value: object, ancestor: object): boolean {
  for (let at = getPrototypeOf(value); at !== null; at = getPrototypeOf(at)) {
    if (at === ancestor) return true
  }
  return false
}

function isPlain(value: object, read: (value: object) => unknown): boolean {
  try {
    read(value)
  } catch {
    return false
  }
  return ownKeys(value).length === 0
}
