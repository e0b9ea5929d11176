import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { Hono } from 'hono'

const FOLDER = path.join(import.meta.dirname, 'phone')

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const FILES = [
  ['/', 'phone.html', 'text/html; charset=utf-8'],
  ['/phone.js', 'phone.js', 'text/javascript; charset=utf-8'],
  ['/phone.css', 'phone.css', 'text/css; charset=utf-8'],
] as const

/** `/phone#<token>`: where the host's code leads; the token after the `#` is in no log of requests. */
export function phonePages(): Hono {
  const app = new Hono()
  for (const [address, file, type] of FILES) {
    app.get(address, async (c) => {
      c.header('cache-control', 'no-cache')
      c.header('content-security-policy', PAGE_POLICY)
      return c.body(await readFile(path.join(FOLDER, file), 'utf8'), 200, { 'content-type': type })
    })
  }
  return app
}
