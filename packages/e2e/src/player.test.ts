import { existsSync } from 'node:fs'
import path from 'node:path'

import { launchBrowser } from '@five-pillars/browser'
import { serveFolder } from '@five-pillars/printer'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { seriousViolations } from './axe.ts'
import { root } from './stage.ts'
import { watch } from './watch.ts'

const EXAMPLE = path.join(root, 'packages/deck-kit/.cache/example')

/** Virtual milliseconds at which the example is found broken, and at which it ends. */
const FOUND_MS = 812
const FOUND = 'x read 1 after y had written 2'

/** So many pictures that follow each other are looked at, and so long each of them stands. */
const PICTURES = 5
const PICTURE_MS = 800

/** Slidev's own bar has a button in a button, which is not ours to judge. */
const PLAYER = '.fp-player'

let browser: Browser
let served: { url: string; close(): Promise<void> }

beforeAll(async () => {
  if (!existsSync(path.join(EXAMPLE, 'index.html'))) {
    throw new Error('the example is not built. Run: npx turbo run test --filter=@five-pillars/e2e')
  }
  served = await serveFolder(EXAMPLE)
  browser = await launchBrowser({ prefer: 'packaged' })
})

afterAll(async () => {
  await browser.close()
  await served.close()
})

interface Play {
  page: Page
  faults: string[]
  player: Locator
  /** Virtual milliseconds on the stage's clock. */
  now: () => Promise<number>
}

async function open(alias: string, options: BrowserContextOptions = {}): Promise<Play> {
  const context = await browser.newContext({ viewport: { width: 980, height: 552 }, ...options })
  const { page, faults } = watch(await context.newPage())
  await page.goto(`${served.url}/#/${alias}`)
  const player = page.locator('.fp-player:visible')
  await player.waitFor()
  const clock = player.locator('.fp-player-clock')
  return {
    page,
    faults,
    player,
    now: async () => Number((await clock.textContent())?.replaceAll(/[^\d.]/g, '')),
  }
}

function button(player: Locator, name: string): Locator {
  return player.getByRole('button', { name, exact: true })
}

describe('the player', () => {
  test('plays when it is asked, pauses, and then stands still', async () => {
    const { page, faults, player, now } = await open('player')
    expect(await now()).toBe(0)
    await button(player, 'Play').click()
    await page.waitForFunction(() => document.querySelector('.fp-messages .fp-message') !== null)
    await button(player, 'Pause').click()
    const paused = await now()
    expect(paused).toBeGreaterThan(0)
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
    expect(await now()).toBe(paused)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('stops at the finding, and says it to those who do not see it', async () => {
    const { page, player, now } = await open('player')
    await scrub(player, FOUND_MS - 5)
    await button(player, 'Play').click()
    await button(player, 'Play').waitFor()
    expect(await now()).toBe(FOUND_MS)
    expect(await player.locator('[aria-live=polite]').textContent()).toContain(FOUND)
    await page.context().close()
  })

  test('says nothing at each frame', async () => {
    const { page, player } = await open('player')
    await button(player, 'Play').click()
    const said = await page.evaluate(async () => {
      const region = document.querySelector('.fp-player [aria-live=polite]')
      let count = 0
      const observer = new MutationObserver((changes) => (count += changes.length))
      if (region !== null) {
        observer.observe(region, { childList: true, characterData: true, subtree: true })
      }
      await new Promise((resolve) => setTimeout(resolve, 1000))
      return count
    })
    expect(said).toBe(0)
    await page.context().close()
  })

  test('is brought to any time, and back, and shows the same', async () => {
    const { page, player } = await open('player')
    const world = player.locator('.fp-world')
    await scrub(player, 560)
    const first = await world.innerHTML()
    expect(first).toContain('leader term 2')
    await scrub(player, 1300)
    expect(await world.innerHTML()).not.toContain('leader term 2')
    await scrub(player, 560)
    expect(shapes(await world.innerHTML())).toEqual(shapes(first))
    await page.context().close()
  })
})

describe('the keys', () => {
  test('are the player’s while it has the focus, and the deck’s after Escape', async () => {
    const { page, player, now } = await open('player')
    await player.click({ position: { x: 5, y: 5 } })
    await page.keyboard.press('ArrowRight')
    const first = await now()
    await page.keyboard.press('ArrowRight')
    expect(await now()).toBeGreaterThan(first)
    await page.keyboard.press('ArrowLeft')
    expect(await now()).toBe(first)
    await page.keyboard.press('Space')
    await button(player, 'Pause').waitFor()
    await page.keyboard.press('Space')
    await button(player, 'Play').waitFor()
    expect(new URL(page.url()).hash).toBe('#/player')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(() => location.hash === '#/prediction')
    await page.context().close()
  })

  test('of a remote control turn the slide, even after a button was clicked', async () => {
    const { page, faults, player } = await open('player')
    await button(player, 'Step forward').click()
    await page.keyboard.press('PageDown')
    await page.waitForFunction(() => location.hash === '#/prediction')
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('reach every control, each with a frame that is seen', async () => {
    const { page, player } = await open('player')
    await player.focus()
    const names: string[] = []
    for (let stop = 0; stop < 7; stop += 1) {
      await page.keyboard.press('Tab')
      const { name, outline } = await page.evaluate(() => {
        const focused = document.activeElement
        return {
          name: focused?.getAttribute('aria-label') ?? '',
          outline: focused === null ? '' : getComputedStyle(focused).outlineStyle,
        }
      })
      names.push(name)
      expect([name, outline]).toEqual([name, 'solid'])
    }
    expect(names).toEqual([
      'Time',
      'Start again',
      'Step back',
      'Play',
      'Step forward',
      'Slower',
      'Faster',
    ])
    await page.context().close()
  })
})

test('a prediction is asked for first, remembered, and shown beside what happened', async () => {
  const { page, faults, player, now } = await open('prediction')
  expect(await button(player, 'Play').isDisabled()).toBe(true)
  await player.focus()
  await page.keyboard.press('Space')
  expect(await now()).toBe(0)
  await page.keyboard.press('1')
  expect(await player.locator('dl').textContent()).toBe('saidThe new value')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowLeft')
  await page.waitForFunction(() => location.hash === '#/player')
  await page.keyboard.press('ArrowRight')
  const again = player.filter({ has: page.locator('dl') })
  await scrub(again, FOUND_MS)
  expect(await again.locator('dl').textContent()).toBe('saidThe new valuehappenedThe old value')
  expect(faults).toEqual([])
  await page.context().close()
})

test('what the speaker plays in the presenter’s view is played before the audience', async () => {
  const { page: audience, faults, now } = await open('prediction')
  const presenter = await audience.context().newPage()
  const no = (await audience.locator('.fp-foot-no:visible').textContent()) ?? ''
  await presenter.goto(`${served.url}/#/presenter/${no}`)
  const stage = presenter.locator(`.slidev-page-${no} .fp-player`).first()
  await stage.focus()
  await presenter.keyboard.press('2')
  await audience.locator('dl:visible').waitFor()
  await presenter.keyboard.press('ArrowRight')
  await expect.poll(now).toBe(60)
  expect(await audience.locator('.fp-player-caption:visible').textContent()).toContain('a → b')
  expect(faults).toEqual([])
  await audience.context().close()
})

test('where motion is unwanted, pictures follow each other', async () => {
  const { page, player } = await open('player', { reducedMotion: 'reduce' })
  await scrub(player, 62)
  await button(player, 'Play').click()
  // When each picture is seen first, and how many frames go by until the last of them.
  const shown = await page.evaluate(async (count) => {
    const since = new Map<string, number>()
    let frames = 0
    while (since.size < count) {
      const text = document.querySelector('.fp-player-clock')?.textContent ?? ''
      if (!since.has(text)) since.set(text, performance.now())
      frames += 1
      await new Promise(requestAnimationFrame)
    }
    return { since: [...since.values()], frames }
  }, PICTURES)
  // The first was there before it was looked at; a busy machine may be late for any of them.
  const [, second = 0] = shown.since
  expect((shown.since.at(-1) ?? 0) - second).toBeGreaterThan((PICTURES - 3) * PICTURE_MS)
  expect(shown.frames).toBeGreaterThan(PICTURES)
  await page.context().close()
})

test('on paper it is a still picture that says the same, without controls', async () => {
  const { page, faults } = watch(await browser.newPage())
  await page.goto(`${served.url}/?print=true#/print`)
  const still = page.locator('.fp-player')
  await still.first().waitFor()
  expect(await still.first().locator('button, input').count()).toBe(0)
  expect(await still.first().getByRole('img').textContent()).toContain(FOUND)
  expect(faults).toEqual([])
  await page.close()
})

test.each(['light', 'dark'] as const)('axe finds nothing in %s', async (colorScheme) => {
  const { page, player } = await open('player', { colorScheme })
  for (const at of [0, 410, FOUND_MS, 900]) {
    await scrub(player, at)
    expect([at, await seriousViolations(page, PLAYER)]).toEqual([at, []])
  }
  await page.goto(`${served.url}/#/prediction`)
  await page.locator('.fp-player-question:visible').waitFor()
  expect(await seriousViolations(page, PLAYER)).toEqual([])
  await page.context().close()
})

async function scrub(player: Locator, at: number): Promise<void> {
  await player.getByRole('slider', { name: 'Time' }).fill(String(at))
}

/** What is drawn, without the sprites that are kept for later, in any order. */
function shapes(html: string): string[] {
  return html
    .split(/(?=<)/)
    .filter((tag) => !tag.includes('fp-hidden'))
    .toSorted()
}
