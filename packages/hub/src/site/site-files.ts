import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import type { DeckEntry } from '@five-pillars/content'
import { fontFiles } from '@five-pillars/deck-kit/fonts'

import { islandNames, OWN_ASSETS, readIsland, readOwn } from '../assets.ts'
import { rebased } from '../frame/relative.ts'
import { renderPage } from '../frame/render-page.ts'
import type { SitePage, View } from '../frame/site-page.ts'
import { lostPage } from '../pages/lost.ts'
import { searchDocuments } from '../search/search-documents.ts'
import type { SiteAddress } from './site-address.ts'
import { linkHead, siteHead } from './site-head.ts'
import { sitemap } from './sitemap.ts'
import type { SiteFile } from './write-site.ts'

interface Parts {
  view: View
  pages: readonly SitePage[]
  address: SiteAddress
}

/** Everything of the site that is no picture and no paper: pages, scripts, styles, fonts, decks. */
export async function* siteFiles(parts: Parts): AsyncGenerator<SiteFile> {
  yield* pageFiles(parts)
  yield* assetFiles(parts)
  for (const deck of parts.view.shelf.decks) yield* deckFiles(deck, parts)
}

async function* pageFiles({ view, pages, address }: Parts): AsyncGenerator<SiteFile> {
  for (const page of pages) {
    const markup = await renderPage(page, pages, view, siteHead(page, address))
    yield text(`${page.at.slice(1)}index.html`, markup)
  }
  // It stands for any address at any depth: it alone must know where the root is.
  const lost = await lostPage(view.shelf, pages)
  yield text('404.html', rebased(address.path, lost.toString()))
  // GitHub Pages would leave out files whose name begins with an underscore.
  yield text('.nojekyll', '')
  if (address.whole === undefined) return
  const decks = view.shelf.decks.map(({ id }) => `/decks/${id}/`)
  yield text('sitemap.xml', sitemap(address.whole, [...pages.map(({ at }) => at), ...decks]))
  yield text('robots.txt', `User-agent: *\nAllow: /\nSitemap: ${address.whole}sitemap.xml\n`)
}

async function* assetFiles({ view, pages }: Parts): AsyncGenerator<SiteFile> {
  for (const name of OWN_ASSETS) yield { name: `assets/${name}`, body: (await readOwn(name)).body }
  for (const { path: file } of fontFiles()) {
    yield { name: `assets/fonts/${path.basename(file)}`, body: await readFile(file) }
  }
  for (const name of await islandNames()) {
    yield { name: `assets/islands/${name}`, body: await readIsland(name) }
  }
  const { root, shelf } = view
  const documents = await searchDocuments({ root, shelf, pages, slides: await view.slides() })
  yield text('assets/search.json', JSON.stringify(documents))
}

/** The built deck as it is; its page also says what a link to it shows. */
async function* deckFiles(deck: DeckEntry, { view, address }: Parts): AsyncGenerator<SiteFile> {
  const folder = path.join(view.root, deck.path, 'dist')
  const at = `/decks/${deck.id}/`
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const inside = path.relative(folder, file).replaceAll('\\', '/')
    const name = `decks/${deck.id}/${inside}`
    if (inside !== 'index.html') {
      yield { name, body: await readFile(file) }
      continue
    }
    const { title, subtitle } = deck
    const head = await linkHead({ at, title, description: subtitle }, address)
    const markup = await readFile(file, 'utf8')
    yield text(
      name,
      markup.replace('</head>', () => `${head.toString()}</head>`),
    )
  }
}

function text(name: string, body: string): SiteFile {
  return { name, body: new TextEncoder().encode(body) }
}
