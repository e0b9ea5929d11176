import path from 'node:path'

import { decks } from '@five-pillars/content'
import { changedSlides, checkDecks, formatFinding } from '@five-pillars/printer'
import type { CheckReport } from '@five-pillars/printer'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { acceptedPixels } from './accepted-pixels.ts'
import { root, stage } from './stage.ts'
import type { Stage } from './stage.ts'

/** All decks, all click states, in both schemes, on a busy machine. */
const CHECK_LIMIT_MS = 300_000

let theatre: Stage
let report: CheckReport

beforeAll(async () => {
  theatre = await stage()
  report = await checkDecks({
    decks: decks.map(({ id, path: folder }) => ({ id, dir: path.join(root, folder, 'dist') })),
    prefer: 'packaged',
    pixels: true,
  })
}, CHECK_LIMIT_MS)

afterAll(() => theatre[Symbol.asyncDispose]())

describe('every slide', () => {
  test('is sound and accessible in every click state, in light and dark', () => {
    expect(report.findings.map(formatFinding)).toEqual([])
    expect(report.decks.map(({ id }) => id)).toEqual(decks.map(({ id }) => id))
  })

  // Look at what changed with `npm run shots`, then accept it with `npm run pixels -- --accept`.
  test.for(decks)('of $id looks as it did when it was last looked at', ({ id }, { skip }) => {
    const now = report.decks.find((deck) => deck.id === id)?.pixels
    const accepted = acceptedPixels(id)
    if (now === undefined || accepted === undefined) throw new Error(`no pixels of "${id}"`)
    const changed = changedSlides(now, accepted)
    skip(changed === undefined, 'this machine draws otherwise than the one that drew the slides')
    expect(changed).toEqual([])
  })
})

describe.for(decks)('deck $id', ({ id }) => {
  test('the keyboard walks through every click of every slide and back', async () => {
    const { page, faults } = await theatre.open()
    const states = report.decks.find((deck) => deck.id === id)?.states ?? []
    expect(states.length).toBeGreaterThan(20)
    await page.goto(`/decks/${id}/`)
    await shown(page, '#/1')
    for (const { slide, click } of states.slice(1)) {
      const address = click === 0 ? `#/${slide}` : `#/${slide}?clicks=${click}`
      await page.keyboard.press('ArrowRight')
      expect([address, await shown(page, address)]).toEqual([address, []])
    }
    const slides = [...new Set(states.map(({ slide }) => slide))]
    for (const slide of slides.toReversed().slice(1)) {
      await page.keyboard.press('ArrowUp')
      await shown(page, `#/${slide}`)
    }
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('the presenter sees notes and a clock, and the audience follows', async () => {
    const { page: presenter, faults } = await theatre.open()
    await presenter.goto(`/decks/${id}/#/presenter/1`)
    await noteOf(presenter).waitFor()
    await startClock(presenter)
    const audience = await presenter.context().newPage()
    await audience.goto(`${theatre.hub.url}decks/${id}/`)
    await shown(audience, '#/1')
    await presenter.keyboard.press('ArrowDown')
    await audience.waitForFunction(() => location.hash.startsWith('#/2'))
    await audience.keyboard.press('ArrowUp')
    await presenter.waitForFunction(() => location.hash.startsWith('#/presenter/1'))
    expect(faults).toEqual([])
    await presenter.context().close()
  })

  test('the notes are there to read', async () => {
    const { page, faults } = await theatre.open()
    await page.goto(`/decks/${id}/#/notes`)
    await noteOf(page).waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  })
})

/**
 * Waits until an address is reached and its slide is on the page.
 *
 * @returns the addresses of the images there that did not come
 */
async function shown(page: Page, address: string): Promise<string[]> {
  return page.evaluate(untilShown, [address, /\d+/.exec(address)?.[0] ?? ''] as const)
}

/** Runs in the page; a state that never comes is ended by the limit of the test. */
async function untilShown([address, slide]: readonly [string, string]): Promise<string[]> {
  const isShown = (): boolean =>
    location.hash === address &&
    document.querySelector(`.slidev-page-${slide}`)?.checkVisibility() === true &&
    document.querySelector('.slidev-slide-loading') === null
  while (!isShown()) await new Promise((resolve) => requestAnimationFrame(resolve))
  const images = Array.from(document.images)
  return images.filter((it) => it.complete && it.naturalWidth === 0).map((it) => it.src)
}

/** The note of the present slide; a slide without one says "No notes". */
function noteOf(page: Page): Locator {
  return page
    .locator('.slidev-note')
    .filter({ hasText: /\w{3}/, hasNotText: /^No notes/ })
    .first()
}

/** The clock's buttons appear when the mouse is over it; it runs when its seconds change. */
async function startClock(presenter: Page): Promise<void> {
  const clock = presenter.locator('.group:has([class*="carbon:time"])')
  await clock.hover()
  await clock.locator('[class*="carbon:play"]').click()
  const time = clock.locator('.font-mono').filter({ hasText: /\d+\s*:\s*\d\d/ })
  const first = await time.textContent()
  await presenter.waitForFunction(([element, before]) => element?.textContent !== before, [
    await time.elementHandle(),
    first,
  ] as const)
}
