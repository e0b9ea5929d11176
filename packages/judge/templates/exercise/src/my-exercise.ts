// AUTHOR: the types a learner needs, and a function with a TODO for each thing to write

// TODO: The number that follows n.
export function next(_n: number): number {
  throw new Error('next is not written yet: start in src/my-exercise.ts')
}
