export { authorTests } from './author-tests.ts'
export type { Exercise, ManifestData } from './exercise.ts'
export { traceTests } from './trace-tests.ts'
