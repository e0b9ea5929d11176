import type { ErrorText, OuterSide } from '../border-sides.ts'
import { ownErrors, ownPrototypes } from '../own-prototypes.ts'
import { Failure } from './failure.ts'
import { StandIn, standInFunction } from './stand-in.ts'
import type { Connection } from './stand-in.ts'

/**
 * The suite's side of the border. What it is given of the inner side it never looks into: it only
 * hands it back to functions of that side.
 */
export function createOuterSide(to: Connection, log: (text: string) => void): OuterSide {
  return {
    prototypes: ownPrototypes,
    newRecord: () => ({}),
    newBareRecord: createBare,
    newArray: () => [],
    newMap: () => new Map(),
    newSet: () => new Set(),
    newDate: (ms) => new Date(ms),
    newError: (error) => {
      if (NO_MEMORY.test(error.message)) to.pulse.filled()
      return newError(error)
    },
    newFailure: (thrown) => new Failure(thrown),
    newPromise: () => Promise.withResolvers<unknown>(),
    whenSettled: (promise, resolved, rejected) => void promise.then(resolved, rejected),
    newDescriptor: (value, enumerable) => ({
      value,
      enumerable,
      writable: true,
      // The stand-in has no such property of its own, so that nothing else may be said.
      configurable: true,
    }),
    define: (target, key, value, enumerable) => {
      const descriptor = { value, enumerable, writable: true, configurable: true }
      Object.defineProperty(target, key, descriptor)
    },
    newStandIn: (of) => new Proxy({}, new StandIn(of, to)),
    newFunction: (of) => standInFunction(of, to),
    newCallable: (of) => new Proxy(callable, new StandIn(of, to)),
    heard: to.heard,
    invoke: (fn, self, args) => invoke(fn, self, args, to),
    log,
  }
}

function invoke(
  fn: object,
  self: unknown,
  args: readonly unknown[],
  { heard: { recording } }: Connection,
): unknown {
  if (typeof fn !== 'function') throw new TypeError('only functions are called')
  if (recording === undefined) return Reflect.apply(fn, self, args)
  return recording.asked(fn, self, args, () => Reflect.apply(fn, self, args))
}

/** How the engine refuses memory for a buffer. */
const NO_MEMORY = /^Array buffer allocation failed/

/** What a proxy is made of decides whether it can be called; a bound one has no `prototype`. */
const callable: object = Object.bind(undefined)

/** Its prototype is none of this realm's, and neither is anything on it. */
function createBare(): Record<PropertyKey, unknown> {
  const bare: Record<PropertyKey, unknown> = {}
  Object.setPrototypeOf(bare, null)
  return bare
}

/** Classes that the submission derived itself are told by their names. */
function newError({ kind, name, message, stack }: ErrorText): Error {
  const error = new ownErrors[kind](message)
  Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true })
  Object.defineProperty(error, 'stack', { value: stack, configurable: true, writable: true })
  return error
}
