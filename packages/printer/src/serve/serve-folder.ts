import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'

import { contentType } from './content-types.ts'

export interface FolderServer {
  /** Without a slash at the end: `http://127.0.0.1:40123`. */
  url: string
  close(): Promise<void>
}

/** Serves one folder on 127.0.0.1, on a port that is free. */
export function serveFolder(folder: string): Promise<FolderServer> {
  return serveFolders(new Map([['', folder]]))
}

/**
 * Serves each folder under its name (`/work/…`), on 127.0.0.1. A page may load only from this
 * server: the browser refuses anything else and reports it as a violation of the policy.
 */
export async function serveFolders(folders: ReadonlyMap<string, string>): Promise<FolderServer> {
  const server = createServer((request, response) => {
    void answer(folders, request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Slidev needs inline styles and compiles no code from text, yet KaTeX and drawings use data URLs. */
const OWN_ONLY = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:"

async function answer(
  folders: ReadonlyMap<string, string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = await fileFor(folders, request.url ?? '/')
  const body = file === undefined ? undefined : await readFile(file).catch(() => undefined)
  if (file === undefined || body === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
    response.end('Not found.\n')
    return
  }
  response.writeHead(200, {
    'content-type': contentType(file),
    'content-length': body.length,
    'content-security-policy': OWN_ONLY,
    'cache-control': 'no-store',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

async function fileFor(
  folders: ReadonlyMap<string, string>,
  url: string,
): Promise<string | undefined> {
  const named = pathOf(url)
  if (named === undefined) return undefined
  for (const [name, folder] of folders) {
    const prefix = name === '' ? '/' : `/${name}/`
    if (!named.startsWith(prefix)) continue
    const file = path.resolve(folder, `./${named.slice(prefix.length)}`)
    const isInside =
      file === path.resolve(folder) || file.startsWith(path.resolve(folder) + path.sep)
    return isInside ? await withIndex(file) : undefined
  }
  return undefined
}

/** The decoded path, or nothing when it is broken or holds what no file name of ours holds. */
function pathOf(url: string): string | undefined {
  try {
    const named = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '')
    return /[\0\\]/.test(named) ? undefined : named
  } catch {
    return undefined
  }
}

async function withIndex(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined)
  return found?.isDirectory() === true ? path.join(file, 'index.html') : file
}
