// AUTHOR: the reference, as you would show it to somebody who has solved the exercise
export function next(n: number): number {
  if (!Number.isInteger(n)) {
    throw new RangeError('sentinel-my-exercise-my-exercise.ts: not whole')
  }
  return n + 1
}
