import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

export interface ZippedServer extends AsyncDisposable {
  /** With a slash at the end. */
  url: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

/** Serves a folder on this machine as web hosts do: text travels by gzip. */
export async function serveZipped(folder: string): Promise<ZippedServer> {
  const server = createServer((request, response) => {
    void reply(request.url ?? '/', response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }

  async function reply(target: string, response: ServerResponse): Promise<void> {
    const { status, headers, body } = await answer(target)
    response.writeHead(status, headers).end(body)
  }

  async function answer(
    target: string,
  ): Promise<{ status: number; headers: Record<string, string>; body: Uint8Array }> {
    const { pathname } = new URL(target, 'http://site')
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname
    const file = path.join(folder, path.normalize(decodeURIComponent(name)))
    const body = await readFile(file).catch(() => undefined)
    if (body === undefined) return { status: 404, headers: {}, body: new Uint8Array() }
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
    const headers = { 'content-type': type, 'cache-control': 'max-age=3600' }
    const isText = /text|json|svg/.test(type)
    if (!isText) return { status: 200, headers, body }
    return {
      status: 200,
      headers: { ...headers, 'content-encoding': 'gzip' },
      body: gzipSync(body),
    }
  }
}
