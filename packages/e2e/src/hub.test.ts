import { decks, exercises } from '@five-pillars/content'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { seriousViolations } from './axe.ts'
import { stage } from './stage.ts'
import type { Stage } from './stage.ts'

let theatre: Stage

beforeAll(async () => {
  theatre = await stage()
})

afterAll(() => theatre[Symbol.asyncDispose]())

const pages = ['/', ...exercises.map(({ slug }) => `/exercises/${slug}/`), '/no-such-page']

describe('every page of the hub', () => {
  test.for(pages)('%s is accessible in light and dark', async (address) => {
    const { page } = await theatre.open()
    await page.goto(address)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.locator(`html.${colorScheme}`).waitFor({ state: 'attached' })
      expect(await seriousViolations(page)).toEqual([])
    }
    await page.context().close()
  })

  test.for(pages)('%s fits every width from a small phone to a wide screen', async (address) => {
    const { page } = await theatre.open()
    await page.goto(address)
    for (const width of [320, 390, 600, 768, 900, 1024, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 })
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth)
      expect([width, scroll]).toEqual([width, width])
    }
    await page.context().close()
  })

  test.for(['/', '/exercises/load-balancer/'])('%s loads without a fault', async (address) => {
    const { page, faults } = await theatre.open()
    await page.goto(address, { waitUntil: 'load' })
    await page.evaluate(() => document.fonts.ready)
    expect(await page.evaluate(() => document.fonts.check('16px "IBM Plex Sans"'))).toBe(true)
    expect(faults).toEqual([])
    await page.context().close()
  })
})

describe('the hub by keyboard alone', () => {
  test('the first Tab reaches a way past the header', async () => {
    const { page } = await theatre.open()
    await page.goto('/')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    await page.context().close()
  })

  test.for(decks)('Tab reaches $id, Enter opens it, and back leads back', async ({ id, title }) => {
    const { page, faults } = await theatre.open()
    await page.goto('/')
    const open = page.getByRole('link', { name: `Open ${title}`, exact: true })
    await tabTo(page, () => open.evaluate((link) => link === document.activeElement))
    expect(await outlineWidth(page)).toBeGreaterThanOrEqual(2)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/decks/${id}/#/1`)
    await page.locator('#slide-content').waitFor()
    await page.goBack({ waitUntil: 'load' })
    await open.waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('the colour scheme is switched, remembered, and the decks follow it', async () => {
    const { page } = await theatre.open({ colorScheme: 'light' })
    await page.goto('/')
    await page.getByRole('button', { name: 'Dark' }).press('Enter')
    await page.goto('/exercises/load-balancer/')
    expect(await page.locator('html.dark').count()).toBe(1)
    await page.goto(`/decks/${decks[0]?.id}/`)
    await page.locator('html.dark').waitFor({ state: 'attached' })
    await page.context().close()
  })
})

/** More stops than any page has. */
const MAX_TABS = 60

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
