import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { findBrowser, launchBrowser } from '@five-pillars/browser'
import { deckById, decks, exercises } from '@five-pillars/content'
import { exportDecks } from '@five-pillars/printer'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { leaksIn, sentinelsOf } from './leaks.ts'
import { root } from './stage.ts'

/** One deck stands for all: it has stages with recorded runs, and all decks are built alike. */
const { id, title, path: folder } = deckById('state')
const MOST_BYTES = 4_000_000

let out: string
let file: string
let pages: number
let browser: Browser

beforeAll(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'stick ü '))
  const { path: packaged, env } = await findBrowser({ prefer: 'packaged' })
  Object.assign(process.env, env)
  const deck = { id, title, dir: path.join(root, folder, 'dist-single') }
  const [written] = await exportDecks({ browser: packaged, out, format: 'html', decks: [deck] })
  if (written === undefined) throw new Error(`deck "${id}" was not written`)
  file = written.path
  pages = written.pages
  browser = await launchBrowser({ prefer: 'packaged' })
})

afterAll(async () => {
  await browser.close()
  await rm(out, { recursive: true })
})

/** A profile without any network, and everything that its page asked for or complained of. */
async function open(address: string): Promise<{ page: Page; told: string[] }> {
  const context = await browser.newContext({ offline: true, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const told: string[] = []
  const own = pathToFileURL(file).href
  page.on('request', (request) => {
    const [asked = ''] = request.url().split(/[?#]/, 1)
    if (asked !== own && !asked.startsWith('data:')) told.push(asked)
  })
  page.on('console', (message) => {
    if (message.type() === 'error') told.push(message.text())
  })
  page.on('pageerror', (error) => told.push(error.message))
  await page.goto(`${own}${address}`)
  return { page, told }
}

test('it is one file of a size that can be handed on, with nothing hidden in it', async () => {
  expect((await stat(file)).size).toBeLessThanOrEqual(MOST_BYTES)
  for (const exercise of exercises) {
    const sentinels = await sentinelsOf(path.join(root, exercise.path, 'hidden'))
    expect(await leaksIn(out, sentinels)).toEqual([])
  }
})

test.for(decks)('deck $id can be built into one file', async (deck) => {
  const manifest = await readFile(path.join(root, deck.path, 'package.json'), 'utf8')
  expect(JSON.parse(manifest)).toMatchObject({
    scripts: { single: 'slidev build --base ./ --router-mode hash --out dist-single' },
  })
})

test('it is shown from the disk, in light and dark, with its own fonts', async () => {
  const { page, told } = await open('#/1')
  await page.locator('.slidev-page-1:visible h1').waitFor()
  for (const slide of [2, 3]) {
    await page.keyboard.press('ArrowDown')
    await page.locator(`.slidev-page-${slide}:visible h1`).waitFor()
  }
  const paper = (): Promise<string> =>
    page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--fp-paper').trim(),
    )
  const light = await paper()
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('html.dark').waitFor()
  expect(await paper()).not.toBe(light)
  const fonts = await page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
  )
  expect(fonts.join()).toContain('IBM Plex Sans')
  expect(told).toEqual([])
  await page.context().close()
})

test('its presenter sees notes, and the audience in another window follows', async () => {
  const { page, told } = await open('#/presenter/2')
  await page.locator('.slidev-note').filter({ hasText: 'order number' }).first().waitFor()
  const audience = await page.context().newPage()
  await audience.goto(`${pathToFileURL(file).href}#/2`)
  await audience.locator('.slidev-page-2:visible').waitFor()
  await page.keyboard.press('ArrowDown')
  await audience.locator('.slidev-page-3:visible').waitFor()
  expect(told).toEqual([])
  await page.context().close()
})

test('a recorded run plays', async () => {
  const { page, told } = await open('#/2')
  const stage = page.locator('.fp-player:visible')
  for (let slide = 3; slide <= pages && (await stage.count()) === 0; slide += 1) {
    await page.keyboard.press('ArrowDown')
    await page.locator(`.slidev-page-${slide}:visible`).waitFor()
  }
  // It asks for a prediction before it may be played.
  await stage.locator('.fp-choices button').first().click()
  const clock = stage.locator('.fp-player-clock')
  const before = await clock.textContent()
  await stage.getByRole('button', { name: 'Play', exact: true }).click()
  await page.waitForFunction(([element, text]) => element?.textContent !== text, [
    await clock.elementHandle(),
    before,
  ] as const)
  expect(told).toEqual([])
  await page.context().close()
})

test('it prints a page for each slide', async () => {
  const { page, told } = await open('?print=true#/print')
  await page.waitForFunction(
    (slides) =>
      document.querySelectorAll('.print-slide-container').length === slides &&
      document.querySelector('.slidev-slide-loading') === null,
    pages,
  )
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const count = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
  expect(count).toBe(pages)
  expect(told).toEqual([])
  await page.context().close()
})
