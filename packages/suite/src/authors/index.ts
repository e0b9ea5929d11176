export { authorTests } from './author-tests.ts'
export type { Exercise, ManifestData } from './exercise.ts'
export { play } from './play.ts'
export type { Broken } from './play.ts'
