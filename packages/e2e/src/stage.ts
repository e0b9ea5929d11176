import { existsSync } from 'node:fs'
import path from 'node:path'

import { launchBrowser } from '@five-pillars/browser'
import { decks } from '@five-pillars/content'
import { startHub } from '@five-pillars/hub'
import type { Hub } from '@five-pillars/hub'
import type { Browser, BrowserContextOptions } from 'playwright'

import { watch } from './watch.ts'
import type { WatchedPage } from './watch.ts'

/** The repository's folder. */
export const root = path.resolve(import.meta.dirname, '../../..')

/** The real hub and a real browser; everything that tests open is closed with it. */
export interface Stage extends AsyncDisposable {
  hub: Hub
  browser: Browser
  /** A fresh profile with one page, on which everything that goes wrong is written down. */
  open(options?: BrowserContextOptions): Promise<WatchedPage>
}

/**
 * Starts the hub over the decks and scripts that turbo built before these tests. The hub does not build them
 * again: other suites read the same folders at the same time.
 */
export async function stage(): Promise<Stage> {
  for (const { id, path: folder } of decks) {
    if (existsSync(path.join(root, folder, 'dist/index.html'))) continue
    throw new Error(`deck "${id}" is not built. Run: npx turbo run test --filter=@five-pillars/e2e`)
  }
  const hub = await startHub({
    root,
    port: 0,
    build: true,
    buildDeck: () => Promise.resolve(),
    buildIslands: () => Promise.resolve(),
  })
  const browser = await launchBrowser({ prefer: 'packaged' })
  return {
    hub,
    browser,
    async open(options) {
      const context = await browser.newContext({
        baseURL: hub.url,
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 720 },
        ...options,
      })
      return watch(await context.newPage())
    },
    async [Symbol.asyncDispose]() {
      await browser.close()
      await hub.close()
    },
  }
}
