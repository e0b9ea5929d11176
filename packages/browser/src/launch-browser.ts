import type { Browser } from 'playwright'

import { BrowserNotFound, BrowserNotStarted } from './browser-errors.ts'
import { candidates } from './find-browser.ts'
import type { FindOptions, FoundBrowser } from './find-browser.ts'

/**
 * Everything the kit shows comes from 127.0.0.1: no name is looked up and no proxy is asked, and
 * the browser's own services stay quiet. Playwright adds its defaults to these, `--no-sandbox` too.
 */
const OFFLINE = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--no-proxy-server',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
] as const
const LAUNCH_LIMIT_MS = 30_000

/**
 * Starts the first browser of {@link candidates} that starts: some systems have a `chromium` that
 * only tells how to install one. Headless.
 *
 * @throws BrowserNotFound when there is none, BrowserNotStarted when there is and none starts.
 */
export async function launchBrowser(options: FindOptions = {}): Promise<Browser> {
  const tried: string[] = []
  const failed: string[] = []
  let cause: unknown
  for await (const found of candidates(options, tried)) {
    try {
      return await launch(found)
    } catch (error) {
      cause ??= error
      failed.push(`${found.path} (${firstLine(error)})`)
    }
  }
  throw failed.length === 0 ? BrowserNotFound.anywhere(tried) : new BrowserNotStarted(failed, cause)
}

async function launch(found: FoundBrowser): Promise<Browser> {
  const { chromium } = await import('playwright')
  return await chromium.launch({
    executablePath: found.path,
    args: [...OFFLINE],
    env: { ...process.env, ...found.env },
    timeout: LAUNCH_LIMIT_MS,
  })
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
}
