// AUTHOR: another correct solution, in a style that the reference has not
export function next(n: number): number {
  if (!Number.isInteger(n)) {
    throw new RangeError('sentinel-my-exercise-complement.ts: not whole')
  }
  return -~n
}
