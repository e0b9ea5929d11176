const DEPTH_MAX = 100

/** Freezes a value and all that hangs on it, so that a later change throws where it is made. */
export function deepFreeze<T>(value: T, depth = 0): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (depth > DEPTH_MAX) throw new RangeError(`a value is nested more than ${DEPTH_MAX} deep`)
  if (ArrayBuffer.isView(value)) return value
  Object.freeze(value)
  if (Array.isArray(value)) {
    for (const child of value) {
      if (isObject(child)) deepFreeze(child, depth + 1)
    }
  } else {
    // Not by `Object.values`: each message is frozen, and a list of its values would be made for it.
    // Few fields hold an object, and whose they are is the dearest question.
    for (const key in value) {
      const child = value[key]
      if (isObject(child) && Object.hasOwn(value, key)) deepFreeze(child, depth + 1)
    }
  }
  return value
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
