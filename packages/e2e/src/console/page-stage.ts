import { launchBrowser } from '@five-pillars/browser'
import type { RoomView, ScreenView } from '@five-pillars/console/view'
import type { Browser, BrowserContextOptions, Page } from 'playwright'

import { watch } from '../watch.ts'
import type { WatchedPage } from '../watch.ts'
import { madeUpRoom } from './made-up-room.ts'
import { madeUpScreen } from './made-up-screen.ts'
import { servePages, withKey } from './serve-pages.ts'
import type { AnswerTo, ServedPages } from './serve-pages.ts'

/** The built pages over a made-up room, and a real browser. */
export interface PageStage extends AsyncDisposable {
  readonly served: ServedPages
  readonly browser: Browser
  readonly room: RoomView
  /** A page in a fresh profile, on which everything that goes wrong is written down. */
  open(options?: BrowserContextOptions): Promise<WatchedPage>
  /** The same, on the host's page or the screen, with the key shown. */
  enter(page: '/host' | '/screen', options?: BrowserContextOptions): Promise<WatchedPage>
}

export async function pageStage(
  room: RoomView = madeUpRoom({ learners: 30 }),
  screen: ScreenView = madeUpScreen(room),
  answer?: AnswerTo,
): Promise<PageStage> {
  const served = await servePages({ host: room, screen }, answer)
  const browser = await launchBrowser({ prefer: 'packaged' })

  async function open(options?: BrowserContextOptions): Promise<WatchedPage> {
    const context = await browser.newContext({
      baseURL: served.url,
      reducedMotion: 'reduce',
      colorScheme: 'light',
      viewport: { width: 1280, height: 720 },
      ...options,
    })
    const watched = watch(await context.newPage())
    // Whoever could run a script of theirs would be heard of.
    watched.page.on('dialog', (dialog) => watched.faults.push(`dialog: ${dialog.message()}`))
    return watched
  }

  return {
    served,
    browser,
    room,
    open,
    async enter(page, options) {
      const watched = await open(options)
      await watched.page.goto(withKey(page))
      await watched.page.locator(page === '/host' ? '.day' : '.screen').waitFor()
      return watched
    },
    async [Symbol.asyncDispose]() {
      await browser.close()
      await served[Symbol.asyncDispose]()
    },
  }
}

/** Shows a part of the host's page. */
export async function goTo(page: Page, pane: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: pane, exact: true }).click()
}
