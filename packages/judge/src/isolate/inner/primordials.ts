/**
 * The built-in functions of the submission's realm as they were before the submission ran: whatever
 * it patches afterwards, the border goes on working with these.
 */
export const {
  apply,
  construct,
  defineProperty,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys,
  set,
  setPrototypeOf,
} = Reflect
export const { isArray } = Array
export const { freeze, hasOwn, is, isFrozen } = Object
export const GivenMap = Map
export const GivenSet = Set
export const GivenDate = Date
export const GivenObject = Object
export const GivenPromise = Promise
export const GivenProxy = Proxy
export const GivenRangeError = RangeError
export const GivenTypeError = TypeError
export const toNumber = Number
export const toText = String

/** `fn` with its `this` as the first argument, bound for good. */
export const uncurry: <This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result,
) => (self: This, ...args: Args) => Result = Function.prototype.bind.bind(Function.prototype.call)

export const mapForEach = uncurry<
  Map<unknown, unknown>,
  [(value: unknown, key: unknown) => void],
  void
>(Map.prototype.forEach)
export const mapSet: (map: Map<unknown, unknown>, key: unknown, value: unknown) => unknown =
  uncurry(Map.prototype.set)
export const mapGet: <Value>(map: Map<unknown, Value>, key: unknown) => Value | undefined = uncurry(
  Map.prototype.get,
)
export const mapSize = uncurry<object, [], number>(sizeOf(Map.prototype))
export const setSize = uncurry<object, [], number>(sizeOf(Set.prototype))
export const setForEach = uncurry<Set<unknown>, [(value: unknown) => void], void>(
  Set.prototype.forEach,
)
export const setAdd = uncurry<Set<unknown>, [unknown], Set<unknown>>(Set.prototype.add)
export const dateTime = uncurry<object, [], number>(Date.prototype.getTime)
export const promiseThen = uncurry<
  Promise<unknown>,
  [(value: unknown) => void, (error: unknown) => void],
  Promise<unknown>
>(Promise.prototype.then)

function sizeOf(prototype: object): () => number {
  const { get: size } = Object.getOwnPropertyDescriptor(prototype, 'size') ?? {}
  if (size === undefined) throw new Error('Map and Set have a size')
  return size
}
