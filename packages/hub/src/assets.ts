import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { Hono } from 'hono'

const STATIC = path.join(import.meta.dirname, '../static')

/** What an address under `/assets/` answers with; `undefined` where there is nothing. */
interface Asset {
  type: string
  body: Uint8Array<ArrayBuffer>
}

/**
 * The hub's style sheet, script and icon, and the theme's colours and fonts. They are read at each
 * request, so that an author who edits them sees the change at the next reload.
 */
export function assets(): Hono {
  const app = new Hono()
  app.get('/fonts/:name', async (c) => reply(await font(c.req.param('name')), 'max-age=86400'))
  app.get('/:name', async (c) => reply(await sheetOrScript(c.req.param('name')), 'no-cache'))
  return app
}

function reply(asset: Asset | undefined, cache: string): Response {
  if (asset === undefined) return new Response('Not found\n', { status: 404 })
  return new Response(asset.body, {
    headers: { 'content-type': asset.type, 'cache-control': cache },
  })
}

async function sheetOrScript(name: string): Promise<Asset | undefined> {
  switch (name) {
    case 'base.css':
    case 'columns.css':
    case 'cards.css':
    case 'prose.css':
    case 'narrow.css':
      return file(path.join(STATIC, name), CSS)
    case 'hub.js':
      return file(path.join(STATIC, name), 'text/javascript; charset=utf-8')
    case 'icon.svg':
      return file(path.join(STATIC, name), 'image/svg+xml')
    case 'tokens.css':
      return file(themeFile('tokens.css'), CSS)
    case 'fonts.css':
      return { type: CSS, body: new TextEncoder().encode(await fontSheet()) }
    default:
      return undefined
  }
}

const CSS = 'text/css; charset=utf-8'

function themeFile(name: string): string {
  return fileURLToPath(import.meta.resolve(`@five-pillars/deck-kit/${name}`))
}

/** A font file as the theme's sheet names it: a path inside a package that the theme depends on. */
const FONT_FILE = /url\(['"]?(@?\w[^'":)]*\/([^'")/]+\.(woff2|ttf)))['"]?\)/g

async function fontSheet(): Promise<string> {
  const sheet = await readFile(themeFile('fonts.css'), 'utf8')
  return sheet.replaceAll(FONT_FILE, "url('/assets/fonts/$2')")
}

/** Only files that the theme's sheet names are served. */
async function font(name: string): Promise<Asset | undefined> {
  const sheet = await readFile(themeFile('fonts.css'), 'utf8')
  const match = sheet.matchAll(FONT_FILE).find((found) => found[2] === name)
  if (match === undefined) return undefined
  const [, specifier = '', , format = ''] = match
  return file(createRequire(themeFile('package.json')).resolve(specifier), `font/${format}`)
}

async function file(name: string, type: string): Promise<Asset> {
  return { type, body: new Uint8Array(await readFile(name)) }
}
