import { defineProperty } from './primordials.ts'

/** Sets a property as a literal does, whatever stands on the prototypes of the realm. */
export function define(target: object, key: PropertyKey, value: unknown, enumerable = true): void {
  defineProperty(target, key, {
    // @ts-expect-error -- a literal prototype: nothing that was put on Object.prototype counts
    __proto__: null,
    value,
    writable: true,
    enumerable,
    configurable: true,
  })
}
