import { readFile } from 'node:fs/promises'

import { exercises, patterns, selfTest } from '@five-pillars/content'
import { startHub } from '@five-pillars/hub'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { root, stage } from './stage.ts'
import type { Stage } from './stage.ts'
import type { WatchedPage } from './watch.ts'

let theatre: Stage
let shared: WatchedPage

beforeAll(async () => {
  theatre = await stage()
  shared = await theatre.open({ acceptDownloads: true })
})

afterAll(() => theatre[Symbol.asyncDispose]())

describe('the pattern table', () => {
  test('is filtered by words, pain and pillar, and the address keeps the filter', async () => {
    const { page, faults } = shared
    await page.goto('/patterns/')
    const rows = page.locator('tbody tr:visible')
    const count = page.getByRole('status')
    await count.filter({ hasText: `${patterns.length} of ${patterns.length} patterns` }).waitFor()
    await page.getByLabel('What hurts').selectOption('Two places disagree')
    const disagreeing = await rows.count()
    expect(disagreeing).toBeGreaterThan(0)
    expect(disagreeing).toBeLessThan(patterns.length)
    await page.getByLabel('Pillar').selectOption('Truth')
    await page.getByLabel('Words').fill('majority consensus')
    expect(await rows.count()).toBe(1)
    await page.reload()
    await count.filter({ hasText: `1 of ${patterns.length}` }).waitFor()
    expect(await page.getByLabel('Words').inputValue()).toBe('majority consensus')
    await page.getByLabel('Words').fill('xyzzy')
    await page.getByRole('button', { name: 'Show all of them' }).press('Enter')
    expect(await rows.count()).toBe(patterns.length)
    expect(
      await page.getByLabel('Words').evaluate((field) => field === document.activeElement),
    ).toBe(true)
    expect(faults).toEqual([])
  })

  test('is a whole table without scripts', async () => {
    const { page } = await theatre.open({ javaScriptEnabled: false })
    await page.goto('/patterns/')
    expect(await page.locator('tbody tr').count()).toBe(patterns.length)
    expect(await page.getByLabel('Words').isVisible()).toBe(false)
    await page.context().close()
  })
})

describe('the search', () => {
  test('opens with a slash, finds while one writes, and is walked by arrow keys', async () => {
    const { page, faults } = shared
    await page.goto('/talks/')
    await page.keyboard.press('/')
    await page.waitForURL('**/search/')
    const field = page.getByRole('searchbox')
    await field.waitFor()
    await page.keyboard.type('fencing tok')
    await page
      .getByRole('status')
      .filter({ hasText: /\d+ result/ })
      .waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/glossary/#fencing-token')
    await page.goBack()
    await page.getByRole('link', { name: 'Fencing token' }).waitFor()
    expect(faults).toEqual([])
  })

  test('goes on offline, once it is there', async () => {
    const { page } = await theatre.open()
    await page.goto('/search/', { waitUntil: 'networkidle' })
    await page.context().setOffline(true)
    await page.getByRole('searchbox').fill('split brain')
    const found = page.getByRole('link', { name: 'Split brain' })
    await found.waitFor()
    expect(await found.getAttribute('href')).toBe('../glossary/#split-brain')
    await page.context().close()
  })

  test('says why it cannot search', async () => {
    const { page } = await theatre.open()
    await page.route('**/search.json', (route) => route.fulfill({ status: 503 }))
    await page.goto('/search/?q=quorum')
    const said = page.getByRole('status').filter({ hasText: 'cannot be read (503' })
    await said.waitFor()
    expect(await said.textContent()).toContain('Reload the page to try again.')
    await page.context().close()
  })
})

describe('the week plan', () => {
  test('is chosen by mouse and keyboard, saved for a calendar, and shared by its address', async () => {
    const { page, faults } = shared
    await page.goto('/learn/plan/?path=senior&start=2026-11-30')
    await page.getByLabel('Hours a week').fill('2')
    await page.getByLabel('Thu').focus()
    await page.keyboard.press('Space')
    await page.getByLabel('Sat').click()
    const [first] = await page.locator('.week time').all()
    expect(await first?.getAttribute('datetime')).toBe('2026-12-01')
    const summary = await page.locator('.summary').textContent()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save for my calendar' }).press('Enter'),
    ])
    expect(download.suggestedFilename()).toBe('five-pillars-senior.ics')
    const file = await readFile(await download.path(), 'utf8')
    expect(file.match(/BEGIN:VEVENT\r\n/g)).toHaveLength(await page.locator('.week time').count())
    expect(file).toContain('DTSTART:20261201T170000\r\n')
    await page.goto(page.url())
    expect(await page.locator('.summary').textContent()).toBe(summary)
    expect(faults).toEqual([])
  })

  test('says what is wrong with a choice', async () => {
    const { page } = shared
    await page.goto('/learn/plan/?days=TU')
    await page.getByLabel('Hours a week').fill('0.1')
    await page.getByRole('alert').filter({ hasText: 'too short' }).waitFor()
    await page.getByLabel('Hours a week').fill('1')
    await page.getByLabel('Tue').uncheck()
    await page.getByRole('alert').filter({ hasText: 'needs a day' }).waitFor()
    await page.getByLabel('First day').fill('')
    await page.getByRole('alert').filter({ hasText: 'Choose the day' }).waitFor()
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0)
  })
})

describe('the self-test', () => {
  test('opens an answer by key, counts, and says which talk to hear again', async () => {
    const { page, faults } = shared
    await page.goto('/learn/self-test/')
    const [first, second] = selfTest
    const open = async (id: string | undefined): Promise<void> => {
      await page.locator(`#${id} summary`).press('Enter')
    }
    await open(first?.id)
    await page.locator(`#${first?.id}`).getByRole('button', { name: 'I had it' }).press('Space')
    await open(second?.id)
    await page.locator(`#${second?.id}`).getByRole('button', { name: 'Not yet' }).click()
    await page
      .getByRole('status')
      .filter({
        hasText: `You had 1 of the 2 you answered; ${selfTest.length} in all. Hear again:`,
      })
      .waitFor()
    expect(faults).toEqual([])
  })
})

test('progress follows the file while the page is seen', async () => {
  const [current, next] = exercises
  if (current === undefined || next === undefined) throw new Error('two exercises are needed')
  let passed = 0
  const hub = await startHub({
    root,
    port: 0,
    standing: async () => ({
      path: null,
      stations: exercises.map((exercise) => ({ exercise, state: 'open', done: null })),
      current: passed === 0 ? current : next,
      passed,
      milestones: [],
    }),
  })
  const { page, faults } = await theatre.open({ baseURL: hub.url })
  await page.goto('/learn/')
  await page.getByText(`0 of ${exercises.length} exercises`).waitFor()
  passed = 1
  await page.getByText(`1 of ${exercises.length} exercises`).waitFor()
  expect(faults).toEqual([])
  await page.context().close()
  await hub.close()
})
