import type { Page } from 'playwright'

export interface WatchedPage {
  page: Page
  /** What went wrong so far: console errors, exceptions, failed and foreign requests. */
  faults: string[]
}

/** Writes down what goes wrong on a page, and where it was at that moment. */
export function watch(page: Page): WatchedPage {
  const faults: string[] = []
  const note = (what: string): void => {
    faults.push(`${new URL(page.url()).hash || page.url()}: ${what}`)
  }
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => note(`exception: ${error.message}`))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed'
    // A page that is left drops what it still waits for, such as its stream of events.
    if (reason !== 'net::ERR_ABORTED') note(`${reason}: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) note(`${response.status()}: ${response.url()}`)
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    const isLocal = ['data:', 'blob:'].includes(protocol) || hostname === '127.0.0.1'
    if (!isLocal) note(`foreign request: ${request.url()}`)
  })
  return { page, faults }
}
