import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { OF_COLOR, seriousViolations } from './axe.ts'
import { madeUpRoom } from './console/made-up-room.ts'
import { madeUpRun, madeUpScreen } from './console/made-up-screen.ts'
import { madeUpGameDay, madeUpGroups, madeUpSubmission } from './console/made-up-work.ts'
import { goTo, pageStage } from './console/page-stage.ts'
import type { PageStage } from './console/page-stage.ts'
import type { WatchedPage } from './watch.ts'

const PANES = ['Room', 'Submissions', 'Agenda', 'Game day', 'Phones & after'] as const

const few = madeUpRoom({ learners: 5 })
const room = {
  ...few,
  gameDay: madeUpGameDay(few, 5),
  troubles: [
    { id: 'disk-full', text: 'The disk is full.', fix: 'Nothing is acknowledged.', isGrave: true },
  ],
}

let stage: PageStage
/** Each page is opened once: what it shows changes, and how large its window is. */
let host: WatchedPage
let screen: WatchedPage

beforeAll(async () => {
  stage = await pageStage(room, madeUpScreen(room), ({ path }) => {
    if (path.startsWith('/api/host/submissions?')) return { status: 200, body: madeUpGroups(few) }
    if (path.startsWith('/api/host/submissions/')) {
      return { status: 200, body: madeUpSubmission(few) }
    }
    return undefined
  })
  host = await stage.enter('/host')
  screen = await stage.enter('/screen')
})

afterAll(() => stage[Symbol.asyncDispose]())

async function paint(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.locator(`html.${colorScheme}`).waitFor({ state: 'attached' })
}

/** What is wrong with a page in light, and what else is wrong with it in dark. */
async function wrongIn(page: Page, part?: string): Promise<string[]> {
  await paint(page, 'light')
  const inLight = await seriousViolations(page, part)
  await paint(page, 'dark')
  return [...inLight, ...(await seriousViolations(page, part, OF_COLOR))]
}

const PROJECTORS = [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
]

/** Parts of the screen that are not whole within the window. */
function outside(page: Page): Promise<string[]> {
  return page.locator('.screen :is(h1, p, li, dd, svg, pre)').evaluateAll((parts) =>
    parts.flatMap((part) => {
      const { left, right, top, bottom } = part.getBoundingClientRect()
      const isWithin =
        left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1
      return isWithin ? [] : [part.textContent.trim().slice(0, 40) || part.outerHTML.slice(0, 60)]
    }),
  )
}

async function overflow(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 800 })
  return page.evaluate(() => document.documentElement.scrollWidth)
}

describe('the host’s page', () => {
  test('is accessible in light and dark, fits a phone and a desk, and does nothing its policy forbids', async () => {
    const { page, faults } = host
    for (const pane of PANES) {
      await goTo(page, pane)
      await page.locator('main h2').first().waitFor()
      if (pane === 'Submissions') await page.locator('.group').first().waitFor()
      // What stands above is the same in every part.
      const part = pane === 'Room' ? 'html' : 'main'
      expect([pane, await wrongIn(page, part)]).toEqual([pane, []])
      for (const width of [320, 768, 1440]) {
        expect([pane, width, await overflow(page, width)]).toEqual([pane, width, width])
      }
      await page.setViewportSize({ width: 1280, height: 720 })
    }
    expect(faults).toEqual([])
    await goTo(page, 'Room')
  })

  test('opens learners and submissions that are accessible and fit a phone', async () => {
    const { page, faults } = host
    await page.setViewportSize({ width: 390, height: 844 })
    await page.locator('.board tbody .cell').first().click()
    await page.getByRole('button', { name: 'Newest submission' }).waitFor()
    expect(await seriousViolations(page, 'dialog')).toEqual([])
    await page.getByRole('button', { name: 'Newest submission' }).click()
    await page.locator('dialog .story').waitFor()
    expect(await seriousViolations(page, 'dialog')).toEqual([])
    const isWithin = await page
      .locator('dialog')
      .evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth && dialog.clientWidth <= 390)
    expect(isWithin).toBe(true)
    expect(faults).toEqual([])
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 1280, height: 720 })
  })

  test('shows what others wrote as text', async () => {
    const { page, faults } = host
    const nick = '<img src=x onerror=alert(1)>'
    expect(await page.locator('.board-nick').allInnerTexts()).toContain(nick)
    await goTo(page, 'Submissions')
    await page.locator('.group-who button').filter({ hasText: nick }).click()
    const source = page.getByRole('group', { name: 'Source of the submission' })
    expect(await source.innerText()).toContain('<b>not markup</b>, and {{ not }} a template')
    expect(await page.locator('img, dialog script, main script, main b').count()).toBe(0)
    expect(faults).toEqual([])
  })
})

describe('the screen', () => {
  const leaders = room.learners.map(({ nickname, points }) => ({ nickname, points }))
  const announcement = { text: 'Coffee is outside. '.repeat(20), at: 1 }
  const follow = `http://192.168.1.20:4200/follow#t=${'a'.repeat(43)}`
  const many = madeUpScreen(madeUpRoom({ learners: 200 }))
  const long = {
    title: 'Debrief of the best counterexamples',
    kind: 'talk',
    pillar: 'truth',
  } as const

  const views = {
    'an exercise': many,
    'an exercise at its beginning': madeUpScreen(madeUpRoom({ learners: 0 })),
    'a long announcement': { ...many, announcement, follow },
    'a leaderboard': { ...many, leaderboard: leaders, follow },
    'a run in words': { ...many, shown: madeUpRun(false), follow },
    'a long talk': {
      ...many,
      exercise: null,
      now: { ...long, endsAt: many.at + 5_900_000, leftMs: null },
    },
    'a day that has not begun': madeUpScreen(madeUpRoom({ learners: 0, isAhead: true })),
  }

  test('is whole on every projector, whatever it shows', async () => {
    const { page, faults } = screen
    for (const [name, view] of Object.entries(views)) {
      // The room's name says when it is this one that is seen.
      stage.served.send('screen', { ...view, roomName: name })
      await page.locator('.screen-bar').getByText(name, { exact: true }).waitFor()
      for (const size of PROJECTORS) {
        await page.setViewportSize(size)
        expect([name, size.width, await outside(page)]).toEqual([name, size.width, []])
      }
    }
    expect(faults).toEqual([])
    await page.setViewportSize({ width: 1280, height: 720 })
  })

  test('has a clock for the last row, totals without names, and is accessible in both schemes', async () => {
    const { page } = screen
    stage.served.send('screen', { ...many, roomName: 'many' })
    await page.locator('.screen-bar').getByText('many', { exact: true }).waitFor()
    const clock = await page.getByRole('timer').boundingBox()
    expect(clock?.height).toBeGreaterThan(720 / 5)
    const text = await page.locator('.screen').innerText()
    expect(text).toContain('K7QX2M')
    expect(text).toContain('140')
    for (const { nickname } of madeUpRoom({ learners: 200 }).learners) {
      expect(text.includes(nickname)).toBe(false)
    }
    expect(await wrongIn(page)).toEqual([])
  })
})

test('the page that says how to join needs no key, tells no name, and is accessible', async () => {
  const { page, faults } = await stage.open({ viewport: { width: 320, height: 640 } })
  await page.goto('/')
  await page.getByText(`npx five-pillars join ${stage.served.url}`).waitFor()
  await page.getByText('kit 0.1.0').waitFor()
  expect(await wrongIn(page)).toEqual([])
  expect(await overflow(page, 320)).toBe(320)
  expect(faults).toEqual([])
  await page.context().close()
})
