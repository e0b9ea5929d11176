export { BrowserNotFound, BrowserNotStarted } from './browser-errors.ts'
export { findBrowser } from './find-browser.ts'
export type { FindOptions, FoundBrowser } from './find-browser.ts'
export { launchBrowser } from './launch-browser.ts'
