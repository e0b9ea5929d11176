const DEPTH_MAX = 100

/** Freezes a value and all that hangs on it, so that a later change throws where it is made. */
export function deepFreeze<T>(value: T, depth = 0): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (depth > DEPTH_MAX) throw new RangeError(`a value is nested more than ${DEPTH_MAX} deep`)
  if (ArrayBuffer.isView(value)) return value
  Object.freeze(value)
  const children: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
  for (const child of children) {
    if (typeof child === 'object' && child !== null) deepFreeze(child, depth + 1)
  }
  return value
}
