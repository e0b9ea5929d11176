import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { launchBrowser } from '@five-pillars/browser'
import { decks, exercises } from '@five-pillars/content'
import { buildSite, pageAddresses } from '@five-pillars/hub'
import type { WrittenSite } from '@five-pillars/hub'
import { serveFolder } from '@five-pillars/printer'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { filesIn, leaksIn, sentinelsOf } from './leaks.ts'
import { root } from './stage.ts'
import { watch } from './watch.ts'

const BASE = 'https://example.org/some/where/'
const SITE_BYTES_MAX = 60_000_000

let folder = ''
let out = ''
let written: WrittenSite
let browser: Browser

/** As a stick would have it: below a path that the site does not know. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'site ö '))
  out = path.join(folder, 'a', 'stick')
  written = await build()
  browser = await launchBrowser({ prefer: 'packaged' })
})

afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

/** Over the decks and scripts that turbo built before; printing has tests of its own. */
function build(): Promise<WrittenSite> {
  return buildSite({
    root,
    out,
    base: BASE,
    build: () => Promise.resolve(),
    pdfs: (chosen) =>
      Promise.all(
        chosen.map(async ({ id }) => {
          const file = path.join(folder, `${id}.pdf`)
          await writeFile(file, `%PDF-${id}`)
          return file
        }),
      ),
  })
}

describe('the static site', () => {
  test('is walked from its first page, below any path, without a fault or a foreign request', async () => {
    const server = await serveFolder(path.dirname(path.dirname(out)))
    const { page, faults } = watch(await browser.newPage())
    await page.goto(`${server.url}/a/stick/`, { waitUntil: 'networkidle' })
    await page.getByRole('link', { name: 'Look up' }).first().click()
    await page.waitForURL('**/a/stick/patterns/')
    await page.getByRole('status').filter({ hasText: 'patterns' }).waitFor()
    await page.getByRole('link', { name: 'Search' }).click()
    await page.getByRole('searchbox').fill('time runs backwards')
    await page
      .getByRole('link', { name: 'Quorums overlap, and time runs backwards' })
      .first()
      .click()
    await page.waitForURL('**/a/stick/decks/overview/#/*')
    await page.locator('#slide-content').waitFor()
    expect(faults).toEqual([])
    await page.close()
    await server.close()
  })

  test('is a file for each page, and nothing that only a running hub has', async () => {
    for (const at of pageAddresses()) {
      const page = await readFile(path.join(out, ...at.split('/'), 'index.html'), 'utf8')
      expect([at, /data-build=|\/events|data-progress/.test(page)]).toEqual([at, false])
    }
    const lost = await readFile(path.join(out, '404.html'), 'utf8')
    expect(await readFile(path.join(out, 'decks', 'work.pdf'), 'utf8')).toBe('%PDF-work')
    expect(lost).toContain('href="/some/where/assets/site.css"')
  })

  test('says what a link to each of its pages shows', async () => {
    const map = await readFile(path.join(out, 'sitemap.xml'), 'utf8')
    const addresses = [...pageAddresses(), ...decks.map(({ id }) => `/decks/${id}/`)]
    for (const at of addresses) {
      expect(map).toContain(`<loc>${BASE}${at.slice(1)}</loc>`)
      const page = await readFile(path.join(out, ...at.split('/'), 'index.html'), 'utf8')
      const [, card = ''] = /property="og:image" content="([^"]+)"/.exec(page) ?? []
      const picture = await readFile(path.join(out, card.replace(BASE, '')))
      expect([at, picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([at, 1200, 630])
    }
  })

  test('has nothing that is hidden, and a limit that it stays below', async () => {
    const hidden = exercises.map((each) => sentinelsOf(path.join(root, each.path, 'hidden')))
    const sentinels = (await Promise.all(hidden)).flat()
    expect(await leaksIn(out, sentinels)).toEqual([])
    expect(written.bytes).toBeLessThan(SITE_BYTES_MAX)
    // The list of our files is the one that the site does not count.
    expect(written.files).toBe((await filesIn(out)).length - 1)
  })

  test('is not written again when nothing changed', async () => {
    expect(await build()).toEqual({ ...written, changed: 0, removed: 0 })
  })
})
