import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'

import { findBrowser, launchBrowser } from '@five-pillars/browser'
import { glossary } from '@five-pillars/content'
import { buildSite, deckPdfs, searchIndex } from '@five-pillars/hub'
import type { SearchDocument } from '@five-pillars/hub'
import { exportDecks } from '@five-pillars/printer'

import { root } from '../src/stage.ts'
import { lighthouseScores } from './lighthouse-scores.ts'
import { serveZipped } from './serve-zipped.ts'

/** Pages of different make: a building, a table, islands, a long list, a form. */
const PAGES = ['', 'patterns/', 'search/', 'learn/', 'learn/plan/', 'glossary/', 'talks/'] as const

const BARS = {
  clean: 180,
  again: 5,
  megabytes: 60,
  homeKilobytes: 150,
  score: 95,
  searchMs: 50,
} as const

/**
 * The static site: how long it takes to build from clean and when nothing changed, how large it is,
 * what its first page transfers, what Lighthouse says of it, and how fast the search finds each term.
 */
export async function bench(): Promise<void> {
  const out = await mkdtemp(path.join(tmpdir(), 'site-'))
  try {
    await buildTimes(out)
    await using server = await serveZipped(out)
    await firstPage(server.url)
    await scores(server.url)
    await searches(out)
  } finally {
    await rm(out, { recursive: true })
  }
}

async function buildTimes(out: string): Promise<void> {
  await rm(path.join(root, '.cache/hub'), { recursive: true, force: true })
  process.env['TURBO_FORCE'] = 'true'
  const clean = await timed(() => build(out))
  delete process.env['TURBO_FORCE']
  const again = await timed(() => build(out))
  tell('built, from clean', clean.seconds, 's', BARS.clean)
  tell('built, nothing changed', again.seconds, 's', BARS.again)
  tell('size', clean.result.bytes / 1e6, 'MB', BARS.megabytes)
  if (again.result.changed > 0) fail(`${again.result.changed} files differ without a change`)
}

function build(out: string): ReturnType<typeof buildSite> {
  const pdfs = deckPdfs({
    root,
    async print(decks, folder) {
      const built = decks.map((deck) => ({ ...deck, dir: path.join(root, deck.path, 'dist') }))
      await exportDecks({ format: 'pdf', decks: built, out: folder })
    },
  })
  return buildSite({ root, out, base: 'https://example.org/', pdfs })
}

/** Everything that the home page asks for before anybody touches it, as it travels. */
async function firstPage(url: string): Promise<void> {
  await using browser = await launchBrowser({ prefer: 'packaged' })
  const page = await browser.newPage()
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  tell('home page, by gzip', bytes / 1000, 'kB', BARS.homeKilobytes)
}

async function scores(url: string): Promise<void> {
  const found = await findBrowser({ prefer: 'packaged' })
  for (const at of PAGES) {
    const { performance: speed, accessibility, practices } = await lighthouseScores(url + at, found)
    const name = `Lighthouse, /${at}`.padEnd(32)
    console.log(`${name}${[speed, accessibility, practices].map(column).join('')}`)
    if (Math.min(speed, accessibility, practices) < BARS.score) fail(`below ${BARS.score}`)
  }
  console.log('            performance, accessibility, best practices; at least 95 each')
}

function column(score: number): string {
  return String(score).padStart(6)
}

/** The index as the browser makes it, and each name of each term. */
async function searches(out: string): Promise<void> {
  const text = await readFile(path.join(out, 'assets/search.json'), 'utf8')
  const documents: readonly SearchDocument[] = JSON.parse(text)
  const made = await timed(() => Promise.resolve(searchIndex(documents)))
  tell(`index of ${documents.length} texts`, made.seconds * 1000, 'ms')
  const search = made.result
  const names = glossary.flatMap(({ term, also = [] }) => [term, ...also])
  const times = names.map((name) => {
    const start = performance.now()
    search(name)
    return performance.now() - start
  })
  tell(`slowest of ${names.length} searches`, Math.max(...times), 'ms', BARS.searchMs)
}

async function timed<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; seconds: number }> {
  const start = performance.now()
  const result = await work()
  return { result, seconds: (performance.now() - start) / 1000 }
}

function tell(what: string, value: number, unit: string, bar?: number): void {
  const end = bar === undefined ? '' : `  at most ${bar}`
  console.log(`${what.padEnd(32)}${value.toFixed(1).padStart(9)} ${unit.padEnd(3)}${end}`)
  if (bar !== undefined && value > bar) fail(`${what} above ${bar} ${unit}`)
}

function fail(why: string): void {
  console.error(`Too much: ${why}.`)
  process.exitCode = 1
}
