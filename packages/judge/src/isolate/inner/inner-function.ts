import type { Border } from './border.ts'
import { apply, construct, GivenTypeError } from './primordials.ts'

/** A function of the submission's realm that calls one of the suite's. */
export function innerFunction(fn: object, border: Border): object {
  if (typeof fn !== 'function') throw new GivenTypeError('only functions are called')
  const { outer } = border
  const { heard } = outer
  return function given(this: unknown, ...args: unknown[]): unknown {
    let self: unknown
    let outerArgs: unknown[]
    try {
      self = border.toOuter(this)
      outerArgs = outer.newArray()
      for (let index = 0; index < args.length; index += 1) {
        outerArgs[index] = border.toOuter(args[index])
      }
    } catch (error) {
      throw border.ownError(error)
    }
    let answer: unknown
    try {
      if (new.target !== undefined) answer = construct(fn, outerArgs)
      else if (heard.recording === undefined) answer = apply(fn, self, outerArgs)
      else answer = outer.invoke(fn, self, outerArgs)
    } catch (error) {
      throw border.errorToInner(error)
    }
    return border.toInner(answer)
  }
}
