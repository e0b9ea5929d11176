/**
 * The border between a submission and the suite that tests it. Both live in one isolate, each in a
 * realm of its own: `inner` is the submission's, `outer` the suite's. No object of one side is ever
 * given to the other's code: data is copied, functions and objects with methods become stand-ins.
 */

/** What the suite's side does for the inner side; only functions of its own realm. */
export interface OuterSide {
  readonly prototypes: Prototypes
  newRecord(): Record<PropertyKey, unknown>
  /** A record without a prototype. */
  newBareRecord(): Record<PropertyKey, unknown>
  newArray<Item>(): Item[]
  newDescriptor(value: unknown, enumerable: boolean): PropertyDescriptor
  newMap(): Map<unknown, unknown>
  newSet(): Set<unknown>
  newDate(ms: number): Date
  newError(error: ErrorText): Error
  /** What the inner side throws when the submission threw this; nothing else is looked into. */
  newFailure(thrown: unknown): object
  newPromise(): PendingPromise
  /** A promise waits for another one only where both are of one realm: V8 refuses the rest. */
  whenSettled(
    promise: Promise<unknown>,
    resolved: (result: unknown) => void,
    rejected: (error: unknown) => void,
  ): void
  define(target: object, key: PropertyKey, value: unknown, enumerable: boolean): void
  /** Stands for an inner object with methods, accessors or a class. */
  newStandIn(inner: object): object
  /** Stands for an inner function. */
  newFunction(inner: object): object
  /** Stands for an inner function that has properties of its own, such as a class with statics. */
  newCallable(inner: object): object
  /** Whether somebody hears what crosses now: then functions of this side are called by `invoke`. */
  readonly heard: { readonly recording: object | undefined }
  /** Calls a function of this side; `this` and the arguments are of this side, too. */
  invoke(fn: object, self: unknown, args: readonly unknown[]): unknown
  /** A line that the submission logged. */
  log(text: string): void
}

/** By which the kinds of data of a realm are told apart. */
export interface Prototypes {
  readonly object: object
  readonly map: object
  readonly set: object
  readonly date: object
  readonly promise: object
  readonly errors: Readonly<Record<ErrorClass, object>>
}

/** The classes of errors of the language: what is thrown keeps its class on the other side. */
export const errorClasses = [
  'Error',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
] as const
export type ErrorClass = (typeof errorClasses)[number]

export interface ErrorText {
  readonly kind: ErrorClass
  readonly name: string
  readonly message: string
  readonly stack: string
}

interface PendingPromise {
  readonly promise: Promise<unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
}

/**
 * What the inner side does for the suite's side. It returns outer values alone, and throws failures
 * that hold one; anything else that it throws is a full stack.
 */
export interface InnerSide {
  call(inner: object, self: unknown, args: readonly unknown[]): unknown
  construct(inner: object, args: readonly unknown[]): unknown
  read(inner: object, key: PropertyKey): unknown
  has(inner: object, key: PropertyKey): boolean
  write(inner: object, key: PropertyKey, value: unknown): boolean
  keys(inner: object): PropertyKey[]
  describe(inner: object, key: PropertyKey): PropertyDescriptor | undefined
  /**
   * Freezes what a copy or a stand-in is of, so that a later change throws where it is made.
   *
   * @returns true for a stand-in, which has nothing of its own to freeze
   */
  freezeOriginal(copy: object): boolean
  /** What a stand-in stands for, as a mere key; undefined for all else. */
  standsFor(outer: object): object | undefined
  /** The exports of a module of the submission, as a record. */
  exportsOf(namespace: object): Record<PropertyKey, unknown>
}
