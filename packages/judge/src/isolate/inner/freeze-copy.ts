import { isValue } from './own-value.ts'
import { freeze, getOwnPropertyDescriptor, ownKeys } from './primordials.ts'
import type { Ties } from './ties.ts'

/**
 * Freezes the copy of a frozen object.
 *
 * @returns true where neither can ever look different again, so that the copy serves for good: what
 *   holds something that may change does not
 */
export function freezeCopy(original: object, copy: object, { lasting }: Ties): boolean {
  freeze(copy)
  const keys = ownKeys(original)
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index]
    const found = key === undefined ? undefined : getOwnPropertyDescriptor(original, key)
    if (!isValue(found)) return false
    const part: unknown = found.value
    const isObject = (typeof part === 'object' && part !== null) || typeof part === 'function'
    if (isObject && lasting.get(part) === undefined) return false
  }
  return true
}
