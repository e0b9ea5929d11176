import path from 'node:path'

import { glossary, selfTest } from '@five-pillars/content'
import { beforeAll, describe, expect, test } from 'vitest'

import { allPages } from '../pages.ts'
import { shelf } from '../shelf.ts'
import { readDeckSlides } from './deck-slides.ts'
import type { DeckSlides } from './deck-slides.ts'
import type { SearchDocument } from './search-document.ts'
import { searchDocuments } from './search-documents.ts'
import { searchIndex } from './search-index.ts'
import type { Search } from './search-index.ts'

const root = path.resolve(import.meta.dirname, '../../../..')
let slides: DeckSlides
let documents: readonly SearchDocument[] = []
let search: Search

beforeAll(async () => {
  slides = await readDeckSlides(root, shelf.decks)
  documents = await searchDocuments({ root, shelf, pages: allPages(shelf), slides })
  search = searchIndex(documents)
})

describe('the search', () => {
  test('finds each term of the glossary first, by each of its names', () => {
    const missed = glossary.flatMap(({ id, term, also = [], pattern }) => {
      const at = pattern === undefined ? `/glossary/#${id}` : `/patterns/#${pattern}`
      return [term, ...also].filter((name) => search(name)[0]?.at !== at)
    })
    expect(missed).toEqual([])
  })

  test('finds a term while it is being written, and with a slip', () => {
    expect(search('linear').map(({ at }) => at)).toContain('/glossary/#linearizability')
    expect(search('linearisable').map(({ at }) => at)).toContain('/glossary/#linearizability')
  })

  test('finds what is written and what is said on slides, and parts of briefs', () => {
    expect(search('two receipts').map(({ at }) => at)).toContain('/decks/truth/#/2')
    expect(search('wrong bet is worth').map(({ at }) => at)).toContain('/decks/work/#/1')
    expect(search('books are right').map(({ at }) => at)).toContain(
      '/exercises/load-balancer/#the-promises',
    )
  })

  test('needs all of the words, and finds nothing for none', () => {
    expect(search('quorum xyzzy')).toEqual([])
    expect(search('  ')).toEqual([])
  })

  test('knows every slide of every deck by its number', () => {
    for (const { id } of shelf.decks) {
      const own = documents.filter(({ at }) => at.startsWith(`/decks/${id}/#/`))
      expect(own.map(({ at }) => at)).toEqual(
        slides.get(id)?.map(({ no }) => `/decks/${id}/#/${no}`),
      )
      expect(own.length).toBeGreaterThan(20)
    }
  })
})

test('every answer of the self-test stands on the slide that it names', () => {
  const lost = selfTest.filter(
    ({ deck, slide }) => !slides.get(deck)?.some(({ title }) => title === slide),
  )
  expect(lost.map(({ id, deck, slide }) => `${id}: ${deck} has no slide "${slide}"`)).toEqual([])
})

/** Names of companies and products, and what everybody who reads a slide about it knows. */
const NO_TERMS = new Set([
  'AWS',
  'SEC',
  'EC2',
  'S3',
  'COST',
  'RAID',
  'TCP',
  'NTP',
  'UTC',
  'JSON',
  'DB',
  'AP',
])

test('every acronym on slides and in briefs is a word of the glossary', () => {
  const names = new Set(
    glossary.flatMap(({ term, also = [] }) => [term, ...also].flatMap((name) => name.split(' '))),
  )
  const used = documents
    .filter(({ kind }) => kind === 'slide' || kind === 'brief')
    .flatMap(({ at, text }) =>
      [...text.matchAll(/\b[A-Z][A-Z0-9]{1,5}\b/g)].map(([word]) => ({ at, word })),
    )
  const unknown = used.filter(({ word }) => !names.has(word) && !NO_TERMS.has(word))
  expect(unknown.map(({ at, word }) => `${word} (${at})`)).toEqual([])
  // An exception that nobody needs any more goes.
  expect([...NO_TERMS].filter((word) => !used.some((each) => each.word === word))).toEqual([])
})
