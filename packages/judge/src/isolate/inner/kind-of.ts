import type { Prototypes } from '../border-sides.ts'
import { getPrototypeOf } from './primordials.ts'

export function isMap(value: object, { map }: Prototypes): value is Map<unknown, unknown> {
  return getPrototypeOf(value) === map
}

export function isSet(value: object, { set }: Prototypes): value is Set<unknown> {
  return getPrototypeOf(value) === set
}

export function isDate(value: object, { date }: Prototypes): value is Date {
  return getPrototypeOf(value) === date
}

export function isPromise(value: object, { promise }: Prototypes): value is Promise<unknown> {
  return getPrototypeOf(value) === promise
}

/** True for errors of every class of the realm. */
export function isError(value: object, { error }: Prototypes): boolean {
  return descendsFrom(value, error)
}

export function descendsFrom(value: object, ancestor: object): boolean {
  for (let at = getPrototypeOf(value); at !== null; at = getPrototypeOf(at)) {
    if (at === ancestor) return true
  }
  return false
}
