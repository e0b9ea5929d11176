import { watch, writeFileSync } from 'node:fs'
import path from 'node:path'

const PATIENCE_MS = 2000
const TOUCH_MS = 100

/**
 * Touches a file and waits for the system to tell.
 *
 * @param {string | undefined} scratch a folder on the disk in question
 * @param {typeof watch} [watchFolder]
 * @returns {Promise<{ outcome: string }>}
 */
export function lookAtWatcher(scratch, watchFolder = watch) {
  if (scratch === undefined) return Promise.resolve({ outcome: 'unknown' })
  return new Promise((resolve) => {
    const end = (outcome) => {
      clearInterval(touching)
      clearTimeout(patience)
      watcher?.close()
      resolve({ outcome })
    }
    let touched = 0
    // More than once: some systems begin to listen a moment after they say so.
    const touching = setInterval(
      () => writeFileSync(path.join(scratch, 'touched'), String(touched++)),
      TOUCH_MS,
    )
    const patience = setTimeout(() => end('silent'), PATIENCE_MS)
    let watcher
    try {
      watcher = watchFolder(scratch, () => end('ok'))
      watcher.on('error', ({ code }) => end(tooMany(code) ? 'no-watches' : 'silent'))
    } catch (error) {
      end(tooMany(error.code) ? 'no-watches' : 'silent')
    }
  })
}

/** What Linux says when its watches are used up. */
function tooMany(code) {
  return code === 'ENOSPC' || code === 'EMFILE'
}
