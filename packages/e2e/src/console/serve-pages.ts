import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'

import { pageFolder, pagePolicy } from '@five-pillars/console/page-files'

/** What the pages asked the console to do. */
interface Asked {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

/** Answers a request of the pages: a body, or a refusal with its status. */
export type AnswerTo = (asked: Asked) => { status: number; body: object } | undefined

export interface ServedPages extends AsyncDisposable {
  readonly url: string
  /** Everything but plain reading, in order. */
  readonly asked: Asked[]
  /** Sends a view to every page of that kind, as the console does. */
  send(kind: 'host' | 'screen', view: object): void
  /** Ends every connection, and answers none until it is true again. */
  setReachable(isReachable: boolean): void
}

const KEY = 'the-host’s-key'
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
}

/**
 * Serves the built pages under their own policy, over made-up views: what the pages make of them is
 * tested here, and the console itself elsewhere.
 *
 * @param views the first view of each kind
 * @param answer what any other request is answered with; default: that it is done
 */
export async function servePages(
  views: { host: object; screen: object },
  answer: AnswerTo = () => undefined,
): Promise<ServedPages> {
  const asked: Asked[] = []
  const current: Record<'host' | 'screen', object> = { ...views }
  const streams = { host: new Set<ServerResponse>(), screen: new Set<ServerResponse>() }
  let isReachable = true

  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = request.url ?? '/'
    const [, kind = '', what = ''] = /^\/api\/(host|screen)\/(view|events)$/.exec(address) ?? []
    if (!isReachable) {
      request.socket.destroy()
    } else if (address === '/api/host/enter') {
      const body: { key?: unknown } = JSON.parse(await bodyOf(request))
      const isRight = body.key === KEY
      if (isRight) response.setHeader('set-cookie', 'host=yes; HttpOnly; SameSite=Strict; Path=/')
      send(response, isRight ? 200 : 401, { code: 'wrong-code', message: 'That is not the key.' })
    } else if (address === '/api/hello') {
      send(response, 200, { fivePillars: 'console', kit: '0.1.0' })
    } else if (!address.startsWith('/api/')) {
      await file(address, response)
    } else if (request.headers.cookie?.includes('host=yes') !== true) {
      send(response, 401, { code: 'not-allowed', message: 'The host’s key is wanted.' })
    } else if (kind === 'host' || kind === 'screen') {
      if (what === 'view') send(response, 200, current[kind])
      else stream(streams[kind], response)
    } else {
      const text = await bodyOf(request)
      const body: unknown = text === '' ? undefined : JSON.parse(text)
      const one = { method: request.method ?? '', path: address, body }
      if (one.method !== 'GET') asked.push(one)
      const { status, body: said } = answer(one) ?? { status: 200, body: {} }
      send(response, status, said)
    }
  }

  const server = createServer((request, response) => {
    reply(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const listening = server.address()
  if (listening === null || typeof listening === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${listening.port}`,
    asked,
    send(kind, view) {
      current[kind] = view
      for (const open of streams[kind]) open.write(eventOf(view))
    },
    setReachable(next) {
      isReachable = next
      if (!next) server.closeAllConnections()
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => {
        server.close(resolve)
      })
      server.closeAllConnections()
      await closed
    },
  }
}

/** The address of a page, with the key as the terminal prints it. */
export function withKey(page: '/host' | '/screen'): string {
  return `${page}#key=${encodeURIComponent(KEY)}`
}

function eventOf(view: object): string {
  return `data: ${JSON.stringify({ kind: 'view', view })}\n\n`
}

function stream(open: Set<ServerResponse>, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.flushHeaders()
  open.add(response)
  response.on('close', () => open.delete(response))
}

function send(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body))
}

async function file(address: string, response: ServerResponse): Promise<void> {
  const name = { '/': 'join.html', '/host': 'host.html', '/screen': 'screen.html' }[address]
  const isAsset = /^\/assets\/[\w.-]+$/.test(address)
  if (name === undefined && !isAsset) {
    response.writeHead(404).end()
    return
  }
  const body = await readFile(path.join(pageFolder, name ?? address))
  response
    .writeHead(200, {
      'content-type': TYPES[path.extname(name ?? address)] ?? 'application/octet-stream',
      'content-security-policy': pagePolicy,
      'x-content-type-options': 'nosniff',
    })
    .end(body)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}
