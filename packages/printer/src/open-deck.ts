import type { Browser, Page } from 'playwright'

import type { Scheme } from './finding.ts'
import type { Readiness } from './page/readiness.ts'
import { readReadiness } from './page/readiness.ts'
import { watchPage } from './page/watch.ts'
import { PrinterError } from './printer-error.ts'
import { within } from './within.ts'

/** How long a deck may take until all of its slides are there. */
const READY_LIMIT_MS = 30_000
/** How often in a row the page must look the same: 30 ms apart, and no request under way. */
const STILL_POLLS = 2
const CANVAS = { width: 980, height: 552 } as const

/** A deck in print mode: every slide, or every click state, below each other in one page. */
export interface OpenDeck {
  id: string
  page: Page
  /** What the console and the network told, beyond what the page itself notes. */
  log: { console: string[]; failed: string[]; foreign: string[] }
  states: number
  close: () => Promise<void>
}

export interface OpenOptions {
  id: string
  /** Where the deck is served, with a slash at the end. */
  url: string
  clicks: boolean
  scheme: Scheme
  /** Pixels of a picture for one of the canvas. */
  scale?: number
  limitMs?: number | undefined
  onReady?: (ready: number, states: number) => void
}

/** @throws PrinterError `no-print-page` or `slide-not-ready`, which names the slides. */
export async function openDeck(browser: Browser, options: OpenOptions): Promise<OpenDeck> {
  options.onReady?.(0, 0)
  const context = await browser.newContext({
    viewport: CANVAS,
    deviceScaleFactor: options.scale ?? 1,
    colorScheme: options.scheme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const pending = new Set<unknown>()
  const log: OpenDeck['log'] = { console: [], failed: [], foreign: [] }
  listen(page, new URL(options.url).origin, log, pending)
  await page.addInitScript(watchPage)
  // A page is printed as it is on the screen; said later, it would be laid out again.
  await page.emulateMedia({ media: 'screen' })
  try {
    // The query stands before the hash: the print mode is read from there.
    await page.goto(`${options.url}?print=${options.clicks ? 'clicks' : 'true'}#/print`, {
      waitUntil: 'commit',
    })
    const states = await untilReady(page, pending, options)
    return { id: options.id, page, log, states, close: () => context.close() }
  } catch (error) {
    await context.close()
    throw error
  }
}

/** Changes between light and dark without loading the deck again. */
export async function changeScheme(deck: OpenDeck, scheme: Scheme): Promise<void> {
  await deck.page.emulateMedia({ colorScheme: scheme })
  await untilReady(deck.page, new Set(), { id: deck.id })
}

function listen(page: Page, origin: string, log: OpenDeck['log'], pending: Set<unknown>): void {
  page.on('request', (request) => {
    pending.add(request)
    const url = request.url()
    if (/^https?:|^wss?:/.test(url) && new URL(url).origin !== origin) log.foreign.push(url)
  })
  page.on('requestfinished', (request) => pending.delete(request))
  page.on('requestfailed', (request) => {
    pending.delete(request)
    log.failed.push(request.url())
  })
  page.on('response', (response) => {
    if (response.status() >= 400) log.failed.push(response.url())
  })
  page.on('pageerror', (error) => log.console.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') log.console.push(message.text())
  })
}

async function untilReady(
  page: Page,
  pending: ReadonlySet<unknown>,
  options: Pick<OpenOptions, 'id' | 'limitMs' | 'onReady'>,
): Promise<number> {
  const limitMs = options.limitMs ?? READY_LIMIT_MS
  const deadline = Date.now() + limitMs
  let still = 0
  let last: Readiness | undefined
  const late = (): PrinterError => notReady(options.id, last, limitMs)
  while (Date.now() < deadline) {
    // A page that is caught in a loop of its own does not even answer.
    const now = await within(deadline - Date.now(), readinessOf(page), late)
    if (now === undefined) continue
    const isReady = now.states > 0 && now.waiting.length === 0 && now.fontsReady
    const isSame = now.nodes === last?.nodes && pending.size === 0
    still = isReady && isSame ? still + 1 : 0
    if (now.states !== (last?.states ?? 0) || now.waiting.length !== (last?.waiting.length ?? 0)) {
      options.onReady?.(now.states - now.waiting.length, now.states)
    }
    if (still === STILL_POLLS) return now.states
    last = now
  }
  throw late()
}

/** Nothing while the page is being replaced by the one that was asked for. */
async function readinessOf(page: Page): Promise<Readiness | undefined> {
  try {
    return await page.evaluate(readReadiness)
  } catch (error) {
    if (error instanceof Error && error.message.includes('context was destroyed')) return undefined
    throw error
  }
}

function notReady(id: string, last: Readiness | undefined, limitMs: number): PrinterError {
  const limit = `within ${limitMs / 1000} s`
  if (last === undefined) {
    return new PrinterError('slide-not-ready', `"${id}" does not answer ${limit}.`)
  }
  if (last.states === 0) {
    return new PrinterError('no-print-page', `"${id}" shows no slides at #/print ${limit}.`)
  }
  const slides = [...new Set(last.waiting.map((state) => `slide ${Number.parseInt(state, 10)}`))]
  const named = slides.length > 0 ? slides.join(', ') : 'some slide that keeps changing'
  return new PrinterError('slide-not-ready', `"${id}" still waits for ${named} ${limit}.`)
}
