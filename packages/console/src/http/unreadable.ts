import { STATUS_CODES } from 'node:http'
import type { Server, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'

import type { RefusalLog } from './refusal-log.ts'
import { Refused } from './refused.ts'

/** A sender has so long to read its answer: whoever is cut off while they still write loses it. */
const LINGER_MS = 1000

/**
 * Answers what cannot be read as a request, or does not come to its end, and closes the connection.
 * Where the request before it is being answered, that answer is the last: Node alone would drop the
 * part of it that is not under way yet.
 */
export function refuseUnreadable(
  server: Server,
  refusals: RefusalLog,
  headers: Readonly<Record<string, string>>,
): void {
  const answers = new WeakMap<Duplex, ServerResponse>()
  const refusedOnes = new WeakSet<Duplex>()
  server.on('request', ({ socket }, outgoing) => answers.set(socket, outgoing))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Whatever else comes on this connection is no request either.
    if (refusedOnes.has(socket)) return
    // A machine that went away, or a network: nobody did anything wrong.
    if (!/^(?:HPE|ERR_HTTP)_/.test(error.code ?? '')) {
      socket.destroy()
      return
    }
    refusedOnes.add(socket)
    const refused = whyOf(error)
    refusals.note({
      who: (socket instanceof Socket ? socket.remoteAddress : undefined) ?? '',
      route: 'what cannot be read',
      status: refused.status,
      code: refused.code,
    })
    // What was written in this turn comes to the socket at its end.
    setImmediate(() => {
      if (isBeingAnswered(answers.get(socket))) socket.end()
      else if (socket.writable) socket.end(answerOf(refused, headers))
      setTimeout(() => socket.destroy(), LINGER_MS).unref()
    })
  })
}

function isBeingAnswered(outgoing: ServerResponse | undefined): boolean {
  return outgoing !== undefined && outgoing.headersSent && !outgoing.writableFinished
}

function whyOf({ code }: NodeJS.ErrnoException): Refused {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Refused('bad-request', 'The request did not come to its end in time.', {
        status: 408,
      })
    case 'HPE_HEADER_OVERFLOW':
      return new Refused('too-large', 'The head of the request is too large.', { status: 431 })
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new Refused('too-large', 'The request has too much beside its body.')
    case undefined:
    default:
      return new Refused('bad-request', 'This is no request that can be read.')
  }
}

function answerOf({ status, body }: Refused, headers: Readonly<Record<string, string>>): string {
  const text = JSON.stringify(body)
  const head = {
    ...headers,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    connection: 'close',
  }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', text].join('\r\n')
}
