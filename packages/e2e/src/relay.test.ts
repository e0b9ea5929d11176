import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { launchBrowser } from '@five-pillars/browser'
import { openConsole } from '@five-pillars/console'
import type { Console } from '@five-pillars/console'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { seriousViolations } from './axe.ts'
import { root } from './stage.ts'
import { watch } from './watch.ts'

/** Said in the notes of the second slide, and in no slide. */
const NOTE = 'You have sold something twice.'

/** A machine that is busy takes its time to draw a slide. */
const SLOW = { timeout: 20_000 }

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

let folder = ''
let room: Console
let browser: Browser
const faults: string[][] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'relay '))
  room = await openConsole({ root, folder, port: 0, lanes: 0 })
  browser = await launchBrowser({ prefer: 'packaged' })
})

afterAll(async () => {
  await browser.close()
  await room.close()
  await rm(folder, { recursive: true, force: true })
})

async function open(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL: room.url, ...options })
  const watched = watch(await context.newPage())
  faults.push(watched.faults)
  return watched.page
}

async function asHost(address: string, data: object): Promise<unknown> {
  const key = new URL(room.hostUrl).hash.replace('#key=', '')
  const answer = await fetch(new URL(address, room.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(data),
  })
  expect(answer.status).toBeLessThan(300)
  return answer.json()
}

/** A phone that scanned the host's code. */
async function phone(role: 'follow' | 'remote'): Promise<Page> {
  const made = await asHost('/api/host/tokens', { for: role })
  const page = await open(PHONE)
  await page.goto(JSON.parse(JSON.stringify(made)).url)
  return page
}

/** Slide and click that a window shows. */
function placeOf(page: Page): string {
  const hash = new URL(page.url()).hash
  return hash.replace('/presenter', '').replace('?clicks=0', '')
}

test('a talk is followed and moved by phones, and only by those that may', async () => {
  // Nobody has a deck open yet: the phones wait for the talk.
  const follower = await phone('follow')
  const remote = await phone('remote')
  await follower.getByText('The slides come here as soon as the talk begins.').waitFor()

  const presenter = await open({ viewport: { width: 1280, height: 720 } })
  const key = new URL(room.hostUrl).hash.replace('#key=', '')
  await presenter.request.post('/api/host/enter', { data: { key } })
  await presenter.goto('/decks/truth/#/presenter/2')
  const projector = await presenter.context().newPage()
  await projector.goto('/decks/truth/#/2')
  const all = [presenter, projector, follower]
  const allAt = (place: string): Promise<void> =>
    expect.poll(() => all.map(placeOf), SLOW).toEqual(all.map(() => place))
  await allAt('#/2')

  await remote.waitForURL('**/decks/truth/#/remote')
  await remote.getByText('2 / 28, click 0 of 2').waitFor()
  await remote.getByText(NOTE).waitFor()
  expect(await seriousViolations(remote, '.fp-remote')).toEqual([])

  await presenter.keyboard.press('ArrowRight')
  await allAt('#/2?clicks=1')
  const next = remote.getByRole('button', { name: 'Next' })
  await remote.getByText('click 1 of 2').waitFor()
  await next.tap()
  await allAt('#/2?clicks=2')
  await remote.getByText('click 2 of 2').waitFor()
  await next.tap()
  await allAt('#/3')
  await remote.getByRole('button', { name: 'Back' }).tap()
  await allAt('#/2?clicks=2')
  await remote.getByLabel('Slide').selectOption('7')
  await allAt('#/7')

  // A phone that follows has no notes, goes where it likes for itself, and moves nobody.
  const scripts = await follower.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => (name.endsWith('.js') ? [name] : [])),
  )
  const texts = await Promise.all(
    scripts.map((name) => follower.request.get(name).then((a) => a.text())),
  )
  expect(texts.join('').includes('noteHTML')).toBe(true)
  expect(texts.join('').includes(NOTE)).toBe(false)
  await follower.evaluate(() => location.assign('#/presenter/4'))
  await follower.getByText('No notes').first().waitFor()
  expect([presenter, projector].map(placeOf)).toEqual(['#/7', '#/7'])
  await presenter.keyboard.press('ArrowLeft')
  await expect.poll(() => placeOf(follower).startsWith('#/6'), SLOW).toBe(true)

  expect(faults.flat()).toEqual([])

  // The console dies and comes again: the talk goes on from where it is, by itself.
  const { port } = room
  await room.close()
  await presenter.keyboard.press('ArrowRight')
  await expect.poll(() => [presenter, projector].map(placeOf), SLOW).toEqual(['#/7', '#/7'])
  await follower.getByText('No connection').waitFor()
  room = await openConsole({ root, folder, port, lanes: 0 })
  // It has a new key, which the host's browser shows it once for all of its windows.
  const again = new URL(room.hostUrl).hash.replace('#key=', '')
  await presenter.request.post('/api/host/enter', { data: { key: again } })
  await allAt('#/7')
  await follower.getByText('No connection').waitFor({ state: 'detached' })
  // The remote was made with the key of before.
  await remote.getByText('This code is good no more: scan the new one').waitFor()
})
