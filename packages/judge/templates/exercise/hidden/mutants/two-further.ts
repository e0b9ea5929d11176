// AUTHOR: a mistake that people really make; it dies at the promise that the manifest names for it
export function next(n: number): number {
  if (!Number.isInteger(n)) {
    throw new RangeError('sentinel-my-exercise-two-further.ts: not whole')
  }
  return n + 2
}
