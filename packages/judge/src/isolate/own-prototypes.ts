import type { ErrorClass, Prototypes } from './border-sides.ts'

/*
 * Evaluated once in each of the two realms, before the submission runs: each has its own.
 */

/** Only the class itself makes an object that every realm takes for an error. */
export const ownErrors: Readonly<Record<ErrorClass, new (message: string) => Error>> = {
  Error,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
}

export const ownPrototypes: Prototypes = {
  object: Object.prototype,
  map: Map.prototype,
  set: Set.prototype,
  date: Date.prototype,
  promise: Promise.prototype,
  errors: {
    Error: Error.prototype,
    EvalError: EvalError.prototype,
    RangeError: RangeError.prototype,
    ReferenceError: ReferenceError.prototype,
    SyntaxError: SyntaxError.prototype,
    TypeError: TypeError.prototype,
    URIError: URIError.prototype,
  },
}
