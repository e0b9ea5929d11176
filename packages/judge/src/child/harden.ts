const constructors = [
  Object,
  Array,
  Number,
  String,
  Boolean,
  Symbol,
  BigInt,
  Map,
  Set,
  WeakMap,
  WeakSet,
  Promise,
  RegExp,
  Reflect,
  JSON,
]

/** Nobody gives an instance of these a property that hides one of its prototype. */
const prototypes = [Array, Number, String, Map, Set, WeakMap, WeakSet, Promise, RegExp]

/**
 * Makes the built-in objects of the tests resist the easy ways to change them: a submission reaches
 * them through any value it is given, as in `rng.constructor.is = () => true`.
 */
export function harden(): void {
  for (const builtIn of constructors) Object.freeze(builtIn)
  for (const { prototype } of prototypes) Object.freeze(prototype)
  Object.preventExtensions(Object.prototype)
  Object.preventExtensions(Function.prototype)
}
