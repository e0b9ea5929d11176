// What is known of an exercise and of this kit, without what judges.
export { kitVersion } from './kit-version.ts'
export { loadManifest } from './manifest.ts'
