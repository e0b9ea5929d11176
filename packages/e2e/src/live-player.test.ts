import { launchBrowser } from '@five-pillars/browser'
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { liveWorkspace } from './live-workspace.ts'
import type { LiveWorkspace } from './live-workspace.ts'

/** A machine that is busy takes its time to start a worker. */
const SLOW = { timeout: 20_000 }

/** A first start has all of a deck's modules to make, beside whatever else this machine does. */
const FIRST_START = { timeout: 100_000 }

let workspace: LiveWorkspace
let browser: Browser
let page: Page
const errors: string[] = []

beforeAll(async () => {
  workspace = await liveWorkspace()
  browser = await launchBrowser({ prefer: 'packaged' })
  page = await browser.newPage({ viewport: { width: 980, height: 552 } })
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(workspace.url)
  await player().waitFor(FIRST_START)
})

afterAll(async () => {
  await browser.close()
  await workspace[Symbol.asyncDispose]()
})

function player(): Locator {
  return page.locator('.slidev-page-1 .fp-player')
}

/** Saves the learner's file, changed; the text of the stage once it shows something else. */
async function save(change: (source: string) => string, shown: string): Promise<string> {
  workspace.save(change(workspace.original))
  const stage = player().filter({ hasText: shown })
  await stage.waitFor()
  expect(await page.locator('vite-error-overlay').count()).toBe(0)
  return stage.innerText()
}

test('the learner’s file runs on the slide, is run again when it is saved, and never harms it', async () => {
  await save((text) => text, 'who-leads: 3 servers')
  const compiled = await save((text) => text.replace('votes = 0', 'votes = '), 'Unexpected token')
  expect(compiled).toContain('src/load-balancer.ts, line 7')
  await save((text) => `import 'lodash'\n${text}`, 'there is no module "lodash"')
  await save((text) => text.replace('start() {', 'start() {\n for (;;) {}'), 'No answer')
  await save((text) => text.replace('votesToLead = 1', 'votesToLead = 3'), 'who-leads')
  await save((text) => text, 'who-leads')
  expect(errors).toEqual([])
})

test('another seed is another run, and a search finds one that breaks', async () => {
  await save((text) => text, 'who-leads')
  const seed = player().getByLabel('seed')
  await seed.fill('7')
  await seed.press('Enter')
  await player().getByRole('button', { name: 'next', exact: true }).click()
  await expect.poll(() => seed.inputValue()).toBe('8')
  await player().getByRole('button', { name: 'until it breaks' }).click()
  const finding = player().locator('.fp-mark-finding')
  await expect
    .poll(async () => [await finding.count(), Number(await seed.inputValue()) > 8], SLOW)
    .toEqual([1, true])
  await player().getByRole('slider', { name: 'Time' }).fill('500')
  await player().filter({ hasText: 'both lead' }).waitFor()
  // This run is as small as it can be already: the same is broken, in the same run.
  const broken = await seed.inputValue()
  await player().getByRole('button', { name: 'shrink it' }).click()
  await expect
    .poll(async () => [await finding.count(), await seed.inputValue()], SLOW)
    .toEqual([1, broken])
  await player().getByRole('button', { name: 'whole run' }).click()
  await player().getByRole('button', { name: 'shrink it' }).waitFor()
  expect(errors).toEqual([])
})

/** Shows a time of a seed's own run, in which nothing was done by hand. */
async function showFresh(seed: number, at: number): Promise<void> {
  await page.reload()
  await player().getByLabel('seed').fill(String(seed))
  await player().getByLabel('seed').press('Enter')
  await expect.poll(() => player().getByLabel('seed').inputValue()).toBe(String(seed))
  await player().filter({ hasText: 'who-leads: 3 servers' }).waitFor()
  await showTime(at)
}

async function showTime(at: number): Promise<void> {
  await player().getByRole('slider', { name: 'Time' }).fill(String(at))
}

/** Something in the world that can be taken in hand, by the beginning of its name. */
function thing(name: string | RegExp): Locator {
  return player().locator('.fp-hands').getByRole('button', { name })
}

/** Stands still at the first message that is under way, in the middle of its way. */
async function toFirstMessage(): Promise<Locator> {
  const message = thing(/^Message/).first()
  await player().focus()
  while ((await message.count()) === 0) await page.keyboard.press('ArrowRight')
  const at = Number(await player().getByRole('slider', { name: 'Time' }).inputValue())
  await showTime(at + 2)
  return message
}

async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  const box = await place.boundingBox()
  if (box === null) throw new Error('it is not shown')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

function caption(): Locator {
  return player().locator('.fp-player-caption')
}

test('a link is cut by a click, mended by another one, and what was done is undone', async () => {
  await save((text) => text, 'who-leads')
  await showFresh(3, 40)
  const { x, y } = await middleOf(thing('Link a – b'))
  await page.mouse.click(x, y)
  await caption().filter({ hasText: 'cut a ↔ b' }).waitFor()
  expect(await player().getByRole('slider', { name: 'Time' }).inputValue()).toMatch(/^40\.\d$/)
  await showTime(60)
  await page.mouse.click(x, y)
  await caption().filter({ hasText: 'over: cut a ↔ b' }).waitFor()
  await player().getByRole('button', { name: '2 changes' }).click()
  const list = player().locator('.fp-change-list')
  expect(await list.locator('li').allInnerTexts()).toEqual([
    expect.stringContaining('cut a – b'),
    expect.stringContaining('mend a – b'),
  ])
  await list.getByRole('button', { name: 'Undo: cut a – b' }).click()
  await player().getByRole('button', { name: 'change it' }).waitFor()
  await thing('Link a – b, not cut').waitFor()
  expect(errors).toEqual([])
})

test('a message is dragged off its line and is lost, or back along it and is late', async () => {
  await showFresh(3, 0)
  const first = await middleOf(await toFirstMessage())
  const [from = ''] =
    /\w → \w/.exec(
      (await thing(/^Message/)
        .first()
        .getAttribute('aria-label')) ?? '',
    ) ?? []
  await page.mouse.move(first.x, first.y)
  await page.mouse.down()
  await page.mouse.move(first.x + 120, first.y - 5, { steps: 4 })
  await page.mouse.move(first.x + 60, first.y + 120, { steps: 4 })
  await player()
    .locator('.fp-hand-tag', { hasText: /^lost$/ })
    .waitFor()
  await page.mouse.up()
  await caption()
    .filter({ hasText: `lose the 1st message ${from}` })
    .waitFor()
  const second = await middleOf(thing(/^Message/).first())
  await page.mouse.move(second.x, second.y)
  await page.mouse.down()
  await page.mouse.move(second.x + 2, second.y + 2)
  await player().locator('.fp-hand-tag', { hasText: 'off its line' }).waitFor()
  await page.mouse.up()
  await player().getByRole('button', { name: '1 change' }).waitFor()
  expect(errors).toEqual([])
})

test('the keyboard does the same, and keeps its place or gives it back', async () => {
  await showFresh(3, 0)
  const message = await toFirstMessage()
  await message.focus()
  await page.keyboard.press('d')
  await caption().filter({ hasText: 'delay the 1st message' }).waitFor()
  await page.keyboard.press('d')
  await player().getByRole('button', { name: '1 change' }).waitFor()
  await page.keyboard.press('Enter')
  await caption().filter({ hasText: 'lose the 1st message' }).waitFor()
  const label = (): Promise<string | null | undefined> =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  expect(await label()).toBe('Player of the world who-leads')
  await page.keyboard.press('u')
  await caption().filter({ hasText: 'delay the 1st message' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowUp')
  await expect.poll(label).toMatch(/^Link .* not cut by hand/)
  await page.keyboard.press('Enter')
  await expect.poll(label).toMatch(/^Link .* cut by hand\. Enter: mend it/)
  await page.keyboard.press('Escape')
  expect(await label()).toBe('Player of the world who-leads')
  expect(errors).toEqual([])
})

test('it goes on playing after a change, and the same is done in the next worlds and shrunk', async () => {
  await showFresh(3, 20)
  await player().getByRole('button', { name: 'Play' }).click()
  const { x, y } = await middleOf(thing(/^Link/).first())
  await page.mouse.click(x, y)
  await player().getByRole('button', { name: '1 change' }).waitFor()
  await player().getByRole('button', { name: 'Pause' }).click()
  await player().getByRole('button', { name: 'until it breaks' }).click()
  await player().locator('.fp-mark-finding').waitFor({ state: 'attached' })
  await player().getByRole('button', { name: '1 change' }).waitFor()
  await player().getByRole('button', { name: 'shrink it' }).click()
  await player().getByRole('button', { name: 'whole run' }).waitFor()
  await player().getByRole('button', { name: 'change it' }).waitFor()
  await player().getByRole('button', { name: 'whole run' }).click()
  await player().getByRole('button', { name: '1 change' }).waitFor()
  expect(errors).toEqual([])
})

test('no seed is typed while the file is starting, since its first run brings another field', async () => {
  const starting = await browser.newPage()
  // A worker that says nothing.
  await starting.addInitScript(() => {
    Object.assign(globalThis, {
      Worker: class extends EventTarget {
        postMessage(): void {}
      },
    })
  })
  await starting.goto(workspace.url)
  await starting.getByText('src/load-balancer.ts is starting').waitFor(FIRST_START)
  expect(await starting.getByLabel('seed').isDisabled()).toBe(true)
  await starting.close()
})

// The last one: it ends what the others are shown.
test('a shorter cut of a live deck has only its own slides, and its own minutes', async () => {
  const cut = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  await cut.goto(`${await workspace.serveCut(2)}#/presenter/2`)
  const shown = async (): Promise<string> =>
    (await cut.locator('body').innerText()).replaceAll(/\s+/g, '')
  await expect.poll(shown, FIRST_START).toContain('Wholeads?')
  // The second of two, and the clock counts from two minutes.
  expect(await shown()).toContain('2/22:00')
  expect(await shown()).not.toContain('Anotherslide')
})
