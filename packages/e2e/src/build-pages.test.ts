import { decks } from '@five-pillars/content'
import { startHub } from '@five-pillars/hub'
import type { Hub, HubOptions } from '@five-pillars/hub'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { seriousViolations } from './axe.ts'
import { root, stage } from './stage.ts'
import type { Stage } from './stage.ts'

type Job = Parameters<NonNullable<HubOptions['buildDeck']>>[0]

/** A build that waits for the test to say how it goes on. */
interface Build {
  job: Job
  end: () => void
  fail: (error: Error) => void
}

let theatre: Stage
let hub: Hub
const builds: Build[] = []

beforeAll(async () => {
  theatre = await stage()
  hub = await startHub({
    root,
    port: 0,
    buildDeck: (job) =>
      new Promise((end, fail) => {
        job.signal.addEventListener('abort', () => end())
        builds.push({ job, end, fail })
      }),
  })
})

afterEach(() => {
  for (const { end } of builds.splice(0)) end()
})

afterAll(async () => {
  await hub.close()
  await theatre[Symbol.asyncDispose]()
})

const [first, second] = decks
if (first === undefined || second === undefined) throw new Error('two decks are needed')

describe('a deck that is not built yet', () => {
  test('shows how its build goes, tells when it failed, is built again, and opens', async () => {
    const { page } = await theatre.open({ baseURL: hub.url })
    await page.goto(`/decks/${first.id}/#/presenter/2`)
    const heading = page.getByRole('heading', { level: 1 })
    builds[0]?.job.onProgress({ done: 0.4, message: 'reading slides' })
    await heading.filter({ hasText: 'Building 40 %' }).waitFor()
    await page.getByText('reading slides').waitFor()
    expect(await seriousViolations(page)).toEqual([])

    builds[0]?.fail(Object.assign(new Error('failed'), { lines: ['no layout "covr"'] }))
    await heading.filter({ hasText: 'The build failed' }).waitFor()
    await page.getByText('no layout "covr"').waitFor()
    expect(await seriousViolations(page)).toEqual([])

    await page.getByRole('button', { name: 'Build again' }).press('Enter')
    await heading.filter({ hasText: 'Building' }).waitFor()
    builds[1]?.end()
    await page.locator('.slidev-presenter, #slide-content').first().waitFor()
    await page.context().close()
  })

  test('keeps the view that was asked for, and its card on the home page follows', async () => {
    const { page, faults } = await theatre.open({ baseURL: hub.url })
    await page.goto('/')
    const card = page.getByRole('article').filter({ hasText: second.subtitle })
    await card.getByText('Not built').waitFor()
    const deck = await page.context().newPage()
    await deck.goto(`${hub.url}decks/${second.id}/#/presenter/2`)
    builds[0]?.job.onProgress({ done: 0.7, message: 'writing pages' })
    await card.getByText('Building 70 %').waitFor()
    builds[0]?.end()
    await page.getByText(`${second.title}: built`).waitFor({ state: 'attached' })
    expect(await card.getByText('Ready').isVisible()).toBe(false)
    await deck.waitForURL('**/#/presenter/2')
    await deck.locator('.slidev-presenter').waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  })
})

test('without scripts the page of a build reloads itself until the deck is there', async () => {
  const slow = await startHub({
    root,
    port: 0,
    buildDeck: (job) =>
      new Promise((end, fail) => {
        builds.push({ job, end, fail })
      }),
  })
  const { page } = await theatre.open({ baseURL: slow.url, javaScriptEnabled: false })
  await page.goto(`/decks/${first.id}/`)
  await page.getByRole('heading', { name: 'Building 0 %' }).waitFor()
  builds[0]?.end()
  await page.locator('#app').waitFor({ state: 'attached' })
  expect(page.url()).toBe(`${slow.url}decks/${first.id}/`)
  await page.context().close()
  await slow.close()
})
