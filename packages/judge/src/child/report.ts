import { inject } from 'vitest'

import type { SuiteReport } from '../run/events.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    judge: { channel: string; leftOut: readonly string[] }
  }
}

const channel = new BroadcastChannel(inject('judge').channel)
channel.unref()

let running: string | null = null

/**
 * Tells the main thread at once. Vitest gathers its own reports for a while, and an endless loop
 * would keep the gathered ones for ever.
 */
export function report(message: SuiteReport): void {
  if (message.kind === 'started') running = message.test
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin
  channel.postMessage(message)
}

/** The test that runs now, or null between tests and while the submission is loaded. */
export function runningTest(): string | null {
  return running
}
