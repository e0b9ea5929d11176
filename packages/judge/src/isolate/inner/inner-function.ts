import type { Border } from './border.ts'
import { apply, GivenRangeError } from './primordials.ts'

/** A function of the submission's realm that calls one of the suite's. */
export function innerFunction(fn: object, border: Border): object {
  if (typeof fn !== 'function') throw new GivenRangeError('only functions are called')
  return function given(this: unknown, ...args: unknown[]): unknown {
    try {
      const outerArgs = border.outer.newArray<unknown>()
      for (let index = 0; index < args.length; index += 1) {
        outerArgs[index] = border.toOuter(args[index])
      }
      return border.toInner(apply(fn, border.toOuter(this), outerArgs))
    } catch (error) {
      throw border.errorToInner(error)
    }
  }
}
