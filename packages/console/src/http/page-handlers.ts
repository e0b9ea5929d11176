import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { Handlers } from './ask.ts'
import { Refused } from './refused.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

/** The console's pages: files of a build. What they show comes by other routes, which want a key. */
export const pageHandlers: Handlers<'home' | 'hostPage' | 'screenPage' | 'asset'> = {
  home: ({ pages }) => page(pages, 'join.html'),
  hostPage: ({ pages }) => page(pages, 'host.html'),
  screenPage: ({ pages }) => page(pages, 'screen.html'),
  asset: async ({ pages }, { c }) => {
    const name = c.req.param('name') ?? ''
    const type = TYPES[path.extname(name)]
    // One name, and no way to another folder.
    if (type === undefined || !/^[\w.-]+$/.test(name)) throw new Refused('unknown', 'No such file.')
    const content = await read(path.join(pages, 'assets', name))
    if (content === undefined) throw new Refused('unknown', 'No such file.')
    const headers = { 'content-type': type, 'cache-control': 'max-age=31536000, immutable' }
    return new Response(content, { headers })
  },
}

async function page(pages: string, name: string): Promise<Response> {
  const content = await read(path.join(pages, name))
  if (content === undefined) {
    throw new Refused(
      'not-ready',
      'The page is not built. Run: npx turbo run build --filter=@five-pillars/console',
    )
  }
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(content, { headers })
}

async function read(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(file))
  } catch {
    return undefined
  }
}
