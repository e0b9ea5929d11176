import { decks, exercises } from '@five-pillars/content'
import { pageAddresses } from '@five-pillars/hub'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { seriousViolations } from './axe.ts'
import { stage } from './stage.ts'
import type { Stage } from './stage.ts'
import type { WatchedPage } from './watch.ts'

let theatre: Stage
let shared: WatchedPage

beforeAll(async () => {
  theatre = await stage()
  shared = await theatre.open()
})

afterAll(() => theatre[Symbol.asyncDispose]())

/** One page of each kind: briefs, and ends of the decision tree, are made alike. */
const pages = [...new Map(pageAddresses().map((at) => [kindOf(at), at])).values(), '/no-such-page']

function kindOf(at: string): string {
  return /^\/(?:exercises|ask)\/./.test(at) ? at.replace(/[^/]+\/$/, '*') : at
}

describe('every page of the hub', () => {
  test.for(pages)('%s is sound in light and dark, at every width, without a fault', async (at) => {
    const { page, faults } = shared
    faults.length = 0
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(at, { waitUntil: 'networkidle' })
    for (const width of [320, 768, 1920, 390]) {
      await page.setViewportSize({ width, height: 800 })
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth)
      expect([width, scroll]).toEqual([width, width])
    }
    expect(await smallTargets(page)).toEqual([])
    await page.evaluate(shorten, ALIKE_MAX)
    expect(await seriousViolations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('html.dark').waitFor({ state: 'attached' })
    expect(await seriousViolations(page, 'html', ['color-contrast'])).toEqual([])
    const isLost = at === '/no-such-page'
    expect(faults.filter((fault) => !(isLost && fault.includes('404')))).toEqual([])
  })

  test('the fonts of the theme are there', async () => {
    const { page } = shared
    await page.goto('/')
    await page.evaluate(() => document.fonts.ready)
    expect(await page.evaluate(() => document.fonts.check('16px "IBM Plex Sans"'))).toBe(true)
  })
})

/** Of entries that are made alike, axe need not see more: a glossary has hundreds. */
const ALIKE_MAX = 5

function shorten(max: number): void {
  const seen = new Map<string, number>()
  for (const each of document.querySelectorAll('main li, main tr, main dl > *, main section')) {
    const kind = `${each.tagName} ${each.className} ${each.parentElement?.className}`
    const count = (seen.get(kind) ?? 0) + 1
    seen.set(kind, count)
    if (count > max) each.remove()
  }
}

/** What is pressed with a thumb, and is not a word within a text, has at least 44 pixels. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, summary, .button, header a, .row a')]
      .filter((each) => !each.matches('[type="checkbox"], [type="radio"]'))
      .map((each) => ({ each, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 43.9 || box.width < 24))
      .map(({ each, box }) => `${each.outerHTML.slice(0, 80)}: ${box.width} x ${box.height}`),
  )
}

describe('the hub by keyboard alone', () => {
  test('the first Tab reaches a way past the header', async () => {
    const { page } = shared
    await page.goto('/')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  })

  test('Tab reaches each talk in turn, Enter opens it, and back leads back', async () => {
    const { page, faults } = await theatre.open()
    await page.goto('/')
    const opens = decks.map(({ title }) =>
      page.getByRole('link', { name: `Open ${title}`, exact: true }),
    )
    for (const open of opens) {
      await tabTo(page, () => open.evaluate((link) => link === document.activeElement))
      expect(await outlineWidth(page)).toBeGreaterThanOrEqual(2)
    }
    const last = decks.at(-1)?.id
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/decks/${last}/#/1`)
    await page.locator('#slide-content').waitFor()
    await page.goBack({ waitUntil: 'load' })
    await opens.at(-1)?.waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('the colour scheme is switched, remembered, and the decks follow it', async () => {
    const { page } = await theatre.open({ colorScheme: 'light' })
    await page.goto('/')
    await page.getByRole('button', { name: 'Dark' }).press('Enter')
    await page.goto(`/exercises/${exercises[0]?.slug}/`)
    expect(await page.locator('html.dark').count()).toBe(1)
    await page.goto(`/decks/${decks[0]?.id}/`)
    await page.locator('html.dark').waitFor({ state: 'attached' })
    await page.context().close()
  })
})

/** More stops than any page has. */
const MAX_TABS = 90

async function tabTo(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let tabs = 0; tabs < MAX_TABS; tabs += 1) {
    await page.keyboard.press('Tab')
    if (await isThere()) return
  }
  throw new Error(`not reached with ${MAX_TABS} Tabs`)
}

function outlineWidth(page: Page): Promise<number> {
  return page.evaluate(() =>
    document.activeElement === null
      ? 0
      : Number.parseFloat(getComputedStyle(document.activeElement).outlineWidth),
  )
}
