import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import { fontFiles } from '@five-pillars/deck-kit/fonts'
import { Hono } from 'hono'

import { siteSheet } from './site-sheet.ts'

const STATIC = path.join(import.meta.dirname, '../static')

/** Where vite writes the islands. */
const ISLANDS = path.join(import.meta.dirname, '../dist')

/** What an address under `/assets/` answers with; `undefined` where there is nothing. */
interface Asset {
  type: string
  body: Uint8Array<ArrayBuffer>
}

/**
 * The hub's style sheet, scripts and icon, and the theme's fonts. They are read at each request, so
 * that an author who edits them sees the change at the next reload.
 *
 * @param islands builds them when they are first asked for: who asks waits, and reads the page meanwhile
 */
export function assets(islands: () => Promise<void>): Hono {
  const app = new Hono()
  app.get('/fonts/:name', async (c) => reply(await fontAsset(c.req.param('name')), 'max-age=86400'))
  app.get('/islands/:name', async (c) => {
    await islands()
    return reply(await islandAsset(c.req.param('name')), 'no-cache')
  })
  app.get('/:name', async (c) => reply(await ownAsset(c.req.param('name')), 'no-cache'))
  return app
}

function reply(asset: Asset | undefined, cache: string): Response {
  if (asset === undefined) return new Response('Not found\n', { status: 404 })
  return new Response(asset.body, {
    headers: { 'content-type': asset.type, 'cache-control': cache },
  })
}

/** The hub's own files under `/assets/`. */
export const OWN_ASSETS = ['site.css', 'hub.js', 'icon.svg'] as const

const CSS = 'text/css; charset=utf-8'
const SCRIPT = 'text/javascript; charset=utf-8'

export async function readOwn(name: (typeof OWN_ASSETS)[number]): Promise<Asset> {
  switch (name) {
    case 'site.css':
      return { type: CSS, body: new TextEncoder().encode(await siteSheet(STATIC)) }
    case 'hub.js':
      return { type: SCRIPT, body: await bytes(path.join(STATIC, name)) }
    case 'icon.svg':
      return { type: 'image/svg+xml', body: await bytes(path.join(STATIC, name)) }
  }
}

async function ownAsset(name: string): Promise<Asset | undefined> {
  const own = OWN_ASSETS.find((each) => each === name)
  return own === undefined ? undefined : readOwn(own)
}

/** What vite made of the islands: scripts, and pieces that they share. */
export async function islandNames(): Promise<string[]> {
  return (await readdir(ISLANDS)).filter((name) => /^[\w-][\w.-]*\.js$/.test(name)).toSorted()
}

export function readIsland(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return bytes(path.join(ISLANDS, name))
}

/** Only files that are there by name: nothing beside them has an address. */
async function islandAsset(name: string): Promise<Asset | undefined> {
  const isThere = (await islandNames()).includes(name)
  return isThere ? { type: SCRIPT, body: await readIsland(name) } : undefined
}

/** Only files that the theme's sheet names are served. */
async function fontAsset(name: string): Promise<Asset | undefined> {
  const found = fontFiles().find((each) => path.basename(each.path) === name)
  if (found === undefined) return undefined
  return { type: `font/${path.extname(name).slice(1)}`, body: await bytes(found.path) }
}

async function bytes(file: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(file))
}
