import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { HEARTBEAT_SECONDS } from '@five-pillars/room'

import type { HttpContext } from './ask.ts'

/** Whoever reads nothing for so long a time is gone, or will come again. */
const UNREAD_BYTES_MAX = 4 * 1024 * 1024
const HEARTBEAT_MS = HEARTBEAT_SECONDS * 1000
/** After this a browser, or a learner's machine, comes again by itself. */
const RETRY_MS = 1000

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
} as const

/** Server-sent events to one listener. */
export interface EventStream {
  /** Sends a value as JSON; returns false while more is unread than should be. */
  send(value: unknown): boolean
  /** Sends text that is JSON already. */
  sendText(json: string): boolean
  /** Calls back when more may be sent. */
  onDrain(callback: () => void): void
  end(): void
}

/**
 * Answers with a stream of events that stays open until either side ends it.
 *
 * @param begin is given the stream, and returns what is to be done when it is over
 */
export function eventStream(c: HttpContext, begin: (stream: EventStream) => () => void): Response {
  // Whoever asks for the head alone listens to nothing.
  if (c.req.method === 'HEAD') return c.body(null, 200, HEADERS)
  const { outgoing } = c.env
  outgoing.writeHead(200, HEADERS)
  const write = (text: string): boolean => {
    if (outgoing.destroyed) return false
    if (outgoing.writableLength > UNREAD_BYTES_MAX) {
      outgoing.destroy()
      return false
    }
    return outgoing.write(text)
  }
  write(`retry: ${RETRY_MS}\n\n`)
  const heartbeat = setInterval(() => write(':\n\n'), HEARTBEAT_MS).unref()
  const over = begin({
    send: (value) => write(`data: ${JSON.stringify(value)}\n\n`),
    sendText: (json) => write(`data: ${json}\n\n`),
    onDrain: (callback) => void outgoing.on('drain', callback),
    end: () => void outgoing.end(),
  })
  outgoing.once('close', () => {
    clearInterval(heartbeat)
    over()
  })
  return RESPONSE_ALREADY_SENT
}
