import { watch as watchFolder } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { watch } from 'chokidar'

/** An editor writes a file in several steps: what happens within this time is one change. */
const SETTLED_AFTER_MS = 25

/** How often is looked where the file system tells nothing. */
export const POLLING_EVERY_MS = 300

/** A file system that tells of changes at all does so within this time. */
const PROBE_TIMEOUT_MS = 1500

export interface Watch {
  close(): Promise<void>
}

interface WatchOptions {
  /** The file was written, removed, or put there again. */
  readonly onChange: () => void
  /** Watching has failed: it has to be started again, by looking at intervals. */
  readonly onTrouble: (error: unknown) => void
  /** Looks every 300 ms instead of waiting to be told. */
  readonly isPolling: boolean
}

/**
 * Watches one file through its folder, so that an editor may replace, rename or remove it. It watches
 * from when this resolves.
 */
export async function watchFile(file: string, options: WatchOptions): Promise<Watch> {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(path.dirname(file), {
    depth: 0,
    ignoreInitial: true,
    usePolling: options.isPolling,
    interval: POLLING_EVERY_MS,
  })
  watcher.on('all', (_, changed) => {
    if (path.resolve(changed) !== file) return
    clearTimeout(timer)
    timer = setTimeout(options.onChange, SETTLED_AFTER_MS)
  })
  watcher.on('error', options.onTrouble)
  await new Promise<void>((resolve) => watcher.once('ready', resolve))
  return {
    close: async () => {
      clearTimeout(timer)
      await watcher.close()
    },
  }
}

/**
 * Does the disk of a folder tell of changes? A network share, or a folder of Windows seen from Linux,
 * does not. Found out with a file that is written there and removed.
 */
export async function tellsOfChanges(folder: string): Promise<boolean> {
  const probe = path.join(folder, `watched-${process.pid}`)
  try {
    await mkdir(folder, { recursive: true })
    return await isTold(folder, probe)
  } catch {
    return false
  } finally {
    await rm(probe, { force: true }).catch(() => {})
  }
}

async function isTold(folder: string, probe: string): Promise<boolean> {
  const watcher = watchFolder(folder)
  const told = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => told.resolve(false), PROBE_TIMEOUT_MS)
  watcher.once('change', () => told.resolve(true))
  watcher.once('error', () => told.resolve(false))
  try {
    await writeFile(probe, '')
    return await told.promise
  } finally {
    clearTimeout(timer)
    watcher.close()
  }
}
