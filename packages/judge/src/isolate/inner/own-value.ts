import { hasOwn } from './primordials.ts'

/**
 * True for a property that is data, and whose value may be read off the descriptor. Descriptors are
 * objects of the submission's realm: what they have not themselves may be a getter that somebody put
 * on every object, and it would be given the descriptor with all that is in it.
 */
export function isValue(found: PropertyDescriptor | undefined): found is PropertyDescriptor {
  return found !== undefined && hasOwn(found, 'value')
}
