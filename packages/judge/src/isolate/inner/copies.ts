import { GivenMap, mapGet, mapSet } from './primordials.ts'

/** The copies made in one crossing: what is there twice, or holds itself, is so on the other side. */
export interface Copies {
  get(original: object): object | undefined
  set(original: object, copy: object): void
}

/** Nearly all that crosses is one flat object: a map is made for the second one. */
export function createCopies(): Copies {
  let first: object | undefined
  let firstCopy: object | undefined
  let others: Map<unknown, object> | undefined
  return {
    get: (original) => {
      if (original === first) return firstCopy
      return others === undefined ? undefined : mapGet(others, original)
    },
    set(original, copy) {
      if (first === undefined) {
        first = original
        firstCopy = copy
        return
      }
      others ??= new GivenMap<unknown, object>()
      mapSet(others, original, copy)
    },
  }
}
