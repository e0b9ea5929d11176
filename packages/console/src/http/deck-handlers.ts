import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { decks } from '@five-pillars/content'
import type { DeckEntry } from '@five-pillars/content'

import type { Desk } from '../desk.ts'
import { relayedPage } from '../relay/deck-page.ts'
import type { Ask, Handlers } from './ask.ts'
import { Refused } from './refused.ts'

/** A built deck sets styles in attributes and shows itself in frames, but never leaves the console. */
const DECK_POLICY = [
  "default-src 'self' data: blob:",
  "script-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

const SCRIPT = 'text/javascript; charset=utf-8'

const TYPES: Readonly<Record<string, string>> = {
  '.js': SCRIPT,
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

/** Built decks, for whoever came in by a code of the host's. */
export const deckHandlers: Handlers<'deckBare' | 'deck' | 'deckAsset' | 'deckChunk'> = {
  deckBare: (_, { c }) => c.redirect(`/decks/${deckOf({ c }).id}/`),
  deck: async ({ root }, { c, who }) => {
    const deck = deckOf({ c })
    const page = await read(path.join(root, deck.path, 'dist/index.html'))
    if (page === undefined) throw notBuilt(deck)
    c.header('cache-control', 'no-store')
    c.header('content-security-policy', DECK_POLICY)
    return c.html(relayedPage(page.toString('utf8'), deck.id, roleOf(who)))
  },
  deckAsset: (desk, ask) => asset(desk, ask, ''),
  deckChunk: (desk, ask) => {
    const folder = ask.c.req.param('folder') ?? ''
    if (!/^\w[\w-]*$/u.test(folder)) throw noFile()
    return asset(desk, ask, folder)
  },
}

async function asset({ root, scripts }: Desk, { c, who }: Ask, folder: string): Promise<Response> {
  const name = c.req.param('name') ?? ''
  const type = TYPES[path.extname(name)]
  // One name, and no way to another folder.
  if (type === undefined || !/^[\w.-]+$/u.test(name)) throw noFile()
  const file = path.join(root, deckOf({ c }).path, 'dist/assets', folder, name)
  if (type !== SCRIPT) {
    const content = await read(file)
    if (content === undefined) throw noFile()
    // A bundler's file carries the hash of its content in its name, and is the same for all.
    const headers = {
      'content-type': type,
      'cache-control': 'private, max-age=31536000, immutable',
    }
    return new Response(new Uint8Array(content), { headers })
  }
  // What is in a script depends on who asks: a phone that becomes a remote must ask again.
  const script = await scripts.read(file, who.role !== 'follow')
  if (script === undefined) throw noFile()
  const { text, etag } = script
  const headers = { 'content-type': type, 'cache-control': 'private, no-cache', etag }
  if (c.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(text, { headers })
}

function deckOf({ c }: Pick<Ask, 'c'>): DeckEntry {
  const deck = decks.find(({ id }) => id === c.req.param('deck'))
  if (deck === undefined) throw new Refused('unknown', 'There is no such deck.')
  return deck
}

function roleOf({ role }: Ask['who']): 'host' | 'remote' | 'follow' {
  return role === 'host' || role === 'remote' ? role : 'follow'
}

function notBuilt({ id, title }: DeckEntry): Refused {
  const command = `npx turbo run build --filter=@five-pillars/deck-${id}`
  return new Refused(
    'not-ready',
    `The deck "${title}" is not built. On the host's machine, run: ${command}`,
  )
}

function noFile(): Refused {
  return new Refused('unknown', 'No such file.')
}

async function read(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch {
    return undefined
  }
}
