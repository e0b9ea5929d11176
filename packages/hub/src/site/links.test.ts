import path from 'node:path'

import { sources } from '@five-pillars/content'
import { beforeAll, describe, expect, test } from 'vitest'

import { OWN_ASSETS } from '../assets.ts'
import { renderPage } from '../frame/render-page.ts'
import type { View } from '../frame/site-page.ts'
import { once } from '../once.ts'
import { allPages } from '../pages.ts'
import { readDeckSlides } from '../search/deck-slides.ts'
import { searchDocuments } from '../search/search-documents.ts'
import { shelf } from '../shelf.ts'

const root = path.resolve(import.meta.dirname, '../../../..')
const pages = allPages(shelf)
const slides = once(() => readDeckSlides(root, shelf.decks))
const view: View = { root, shelf, slides, hasPdf: true }

interface Link {
  from: string
  to: string
}

let links: Link[] = []
const idsOf = new Map<string, readonly string[]>()

beforeAll(async () => {
  for (const page of pages) {
    const markup = await renderPage(page, pages, view)
    const ids = [...markup.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id)
    idsOf.set(page.at, ids)
    links.push(
      ...[...markup.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, to = '']) => ({
        from: page.at,
        to: new URL(to.replaceAll('&amp;', '&'), `http://site${page.at}`).href,
      })),
    )
  }
  const documents = await searchDocuments({ root, shelf, pages, slides: await slides() })
  const found = documents.map(({ at }) => ({ from: '/search/', to: `http://site${at}` }))
  links = [...new Map([...links, ...found].map((link) => [JSON.stringify(link), link])).values()]
})

describe('links', () => {
  test('inside lead to a page, a place on it, a slide, a paper or a file', async () => {
    const dead = await Promise.all(
      links.filter(({ to }) => to.startsWith('http://site/')).map(deadEnd),
    )
    expect(links.length).toBeGreaterThan(500)
    expect(dead.filter((text) => text !== undefined)).toEqual([])
  })

  test('outside are addresses of sources, whose data has a day', () => {
    const known = new Set(sources.map(({ url }) => new URL(url).href))
    const outside = links.filter(({ to }) => !to.startsWith('http://site/'))
    expect(outside.filter(({ to }) => !known.has(to))).toEqual([])
    expect(new Set(outside.map(({ to }) => to))).toEqual(known)
  })
})

test('no page has two places of the same name', () => {
  const twice = [...idsOf].flatMap(([at, ids]) =>
    ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `${at}#${id}`),
  )
  expect(twice).toEqual([])
})

test('addresses of pages begin and end with a slash, and no two pages have the same', () => {
  const all = pages.map(({ at }) => at)
  expect(all.filter((at) => !/^\/(?:[a-z0-9-]+\/)*$/.test(at))).toEqual([])
  expect(new Set(all).size).toBe(all.length)
})

async function deadEnd({ from, to }: Link): Promise<string | undefined> {
  const { pathname, hash } = new URL(to)
  const place = decodeURIComponent(hash.slice(1))
  const dead = `${from}: ${pathname}${hash}`
  const ids = idsOf.get(pathname)
  if (ids !== undefined) return place === '' || ids.includes(place) ? undefined : dead
  const [, deck, rest] = /^\/decks\/([\w-]+)(\/|\.pdf)$/.exec(pathname) ?? []
  const own = shelf.decks.find(({ id }) => id === deck)
  if (own !== undefined) {
    const count = (await slides()).get(own.id)?.length ?? 0
    const [, no = '1'] = /^\/(?:presenter\/)?(\d+)$/.exec(place) ?? []
    const isView = place === '' || place === '/notes' || /^\/(?:presenter\/)?\d+$/.test(place)
    return isView && Number(no) <= count && (rest === '/' || place === '') ? undefined : dead
  }
  const [, file = ''] = /^\/assets\/(.+)$/.exec(pathname) ?? []
  const isAsset =
    OWN_ASSETS.some((name) => name === file) || /^(?:islands|fonts)\/[\w.-]+$/.test(file)
  return isAsset ? undefined : dead
}
