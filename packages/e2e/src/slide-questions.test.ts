import path from 'node:path'

import { launchBrowser } from '@five-pillars/browser'
import {
  budgetTasks,
  contradictions,
  decisionEnd,
  decisionPlaces,
  questionsOf,
  reviewVerdict,
  scoreReview,
} from '@five-pillars/content'
import { serveFolder } from '@five-pillars/printer'
import type { Browser, Locator } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { seriousViolations } from './axe.ts'
import { root } from './stage.ts'
import { watch } from './watch.ts'
import type { WatchedPage } from './watch.ts'

const EXAMPLE = path.join(root, 'packages/deck-kit/.cache/example')

/** The foot of a slide begins here, in its own pixels. */
const FOOT_PX = 506

let browser: Browser
let served: { url: string; close(): Promise<void> }
let seen: WatchedPage

beforeAll(async () => {
  served = await serveFolder(EXAMPLE)
  browser = await launchBrowser({ prefer: 'packaged' })
  const context = await browser.newContext({
    viewport: { width: 980, height: 552 },
    reducedMotion: 'reduce',
  })
  seen = watch(await context.newPage())
})

afterAll(async () => {
  await browser.close()
  await served.close()
})

async function open(alias: 'ask' | 'review' | 'budget' | 'flaws'): Promise<Locator> {
  await seen.page.goto(`${served.url}/#/${alias}`)
  const shown = seen.page.locator(`.q-${alias}:visible`)
  await shown.waitFor()
  return shown
}

/** How far down a component reaches: a slide does not scroll. */
async function bottomOf(shown: Locator): Promise<number> {
  const box = await shown.boundingBox()
  return (box?.y ?? 0) + (box?.height ?? 0)
}

test('on a slide every answer path ends where its page ends, and fits', async () => {
  const shown = await open('ask')
  for (const { id, node, trail } of decisionPlaces) {
    if (node.kind === 'question') continue
    for (const { question, branch } of trail) {
      await shown.getByRole('heading', { name: question.text }).waitFor()
      expect(await bottomOf(shown)).toBeLessThan(FOOT_PX)
      await shown.locator('.q-choice').nth(question.branches.indexOf(branch)).click()
    }
    const { pillar, patterns, deck, exercise, figure } = decisionEnd(node)
    const text = await shown.innerText()
    for (const name of [pillar.name, deck.title, exercise.title, figure.value]) {
      expect([id, text]).toEqual([id, expect.stringContaining(name)])
    }
    for (const { summary } of patterns) expect(text).toContain(summary)
    expect([id, await bottomOf(shown)]).toEqual([
      id,
      expect.toSatisfy((px: number) => px < FOOT_PX),
    ])
    await shown.getByRole('button', { name: 'Start again' }).click()
  }
})

test('on a slide the review comes to what its function gives, and fits', async () => {
  const shown = await open('review')
  await shown.getByRole('button', { name: /^Begin/ }).click()
  for (const { question } of questionsOf('short')) {
    await shown.getByRole('heading', { name: question }).waitFor()
    expect([question, await bottomOf(shown)]).toEqual([
      question,
      expect.toSatisfy((px: number) => px < FOOT_PX),
    ])
    await shown.getByRole('button', { name: 'We do not know' }).click()
  }
  await shown.getByRole('heading', { name: reviewVerdict(scoreReview('short', {})) }).waitFor()
  expect(await bottomOf(shown)).toBeLessThan(FOOT_PX)
  expect(await seriousViolations(seen.page, '.q-review')).toEqual([])
})

test('on a slide the budget is dragged and found out, and fits', async () => {
  const shown = await open('budget')
  await shown.getByRole('button', { name: 'Tell the other regions' }).click()
  expect(await bottomOf(shown)).toBeLessThan(FOOT_PX)
  await shown.getByRole('radio', { name: 'kept open' }).check()
  for (const part of ['ask', 'work', 'arrive']) {
    const box = await shown.locator(`.q-grip[data-part="${part}"]`).boundingBox()
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
    await seen.page.mouse.move(x, y)
    await seen.page.mouse.down()
    await seen.page.mouse.move(0, y)
    await seen.page.mouse.up()
  }
  expect(await bottomOf(shown)).toBeLessThan(FOOT_PX)
  expect(await seriousViolations(seen.page, '.q-budget')).toEqual([])
  expect(await shown.locator('.q-tasks').innerText()).toContain(budgetTasks[1].text)
})

test('on a slide each pair and its truth fit', async () => {
  const shown = await open('flaws')
  for (const { id, truth } of contradictions) {
    await shown.getByRole('button', { name: 'Both' }).click()
    expect(await shown.innerText()).toContain(truth)
    expect([id, await bottomOf(shown)]).toEqual([
      id,
      expect.toSatisfy((px: number) => px < FOOT_PX),
    ])
    await shown.getByRole('button', { name: /^The next pair|^What it came to/ }).click()
  }
  expect(await shown.innerText()).toContain('3 of 9 found')
  expect(seen.faults).toEqual([])
})
