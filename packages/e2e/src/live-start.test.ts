import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

import { launchBrowser } from '@five-pillars/browser'
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { serveLive } from './serve-live.ts'
import { root } from './stage.ts'

const FIXTURE = path.join(import.meta.dirname, '../fixtures/start')
/** Inside deck-kit, so that Slidev is found from there. */
const CACHE = path.join(root, 'packages/deck-kit/.cache')
const LOCKFILE = 'node_modules/.pnpm/lock.yaml'
const KEPT = 'decks/talk/.cache/live-start-30min.txt'
/** A first start bundles what every later one finds: it takes a while where others work, too. */
const SLOW = { timeout: 100_000, interval: 200 }
const TEST_LIMIT_MS = 300_000
/** Vite's own script, and what depends on the talk so far: those are never kept. */
const MOST_ASKED = 12

let workspace: string
let browser: Browser
let server: ChildProcess | undefined
let page: Page
/** Modules that the page asked the server for, of this start. */
let asked: string[] = []
const errors: string[] = []

beforeAll(async () => {
  mkdirSync(CACHE, { recursive: true })
  workspace = mkdtempSync(path.join(CACHE, 'a start '))
  cpSync(FIXTURE, workspace, { recursive: true })
  writeFileSync(path.join(workspace, 'pnpm-workspace.yaml'), 'packages: []\n')
  mkdirSync(path.join(workspace, path.dirname(LOCKFILE)), { recursive: true })
  writeFileSync(path.join(workspace, LOCKFILE), 'lockfileVersion: 1\n')
  browser = await launchBrowser({ prefer: 'packaged' })
  await start()
}, TEST_LIMIT_MS)

beforeEach(() => {
  errors.length = 0
})

afterAll(async () => {
  await stop()
  await browser.close()
  rmSync(workspace, { recursive: true, force: true })
})

async function stop(): Promise<void> {
  // A page that is left alone complains that its server is gone.
  await Promise.all(browser.contexts().map((each) => each.close()))
  if (server === undefined || server.exitCode !== null) return
  server.kill()
  await once(server, 'exit')
}

/** Starts the deck anew and opens it in a page that knows nothing of it. */
async function start(): Promise<void> {
  await stop()
  const [started, url] = await serveLive(path.join(workspace, 'decks/talk'))
  server = started
  const context = await browser.newContext({ viewport: { width: 980, height: 552 } })
  page = await context.newPage()
  page.setDefaultTimeout(SLOW.timeout)
  page.on('pageerror', (error) => errors.push(error.message))
  asked = []
  page.on('request', (request) => {
    const isKept = request.url().startsWith('blob:')
    if (request.resourceType() === 'script' && !isKept) asked.push(request.url())
  })
  await page.goto(url)
  await slide().waitFor()
}

function slide(): Locator {
  return page.locator('.slidev-page-1 h1')
}

/** Whether the first slide shows a text, now or soon. */
async function shows(text: string): Promise<void> {
  await page.locator('.slidev-page-1').filter({ hasText: text }).waitFor()
}

function change(file: string, from: string, to: string): void {
  const whole = path.join(workspace, file)
  const text = readFileSync(whole, 'utf8')
  expect(text).toContain(from)
  writeFileSync(whole, text.replace(from, to))
}

function keptAt(): number {
  return statSync(path.join(workspace, KEPT), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** Waits until this start is kept, by which time Vite has made every module. */
async function keptSince(time: number): Promise<void> {
  await expect.poll(keptAt, SLOW).toBeGreaterThan(time)
}

/** Changes that Vite follows leave the page as it is, but for what was changed. */
async function withoutReload(changes: () => Promise<void>): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('data-mark', ''))
  await changes()
  expect(await page.locator('html[data-mark]').count()).toBe(1)
}

async function followsChanges(from: number, to: number): Promise<void> {
  change('decks/talk/components/Told.vue', `component ${from}`, `component ${to}`)
  await shows(`component ${to}`)
  change('decks/talk/layouts/own.vue', `layout ${from}`, `layout ${to}`)
  await shows(`layout ${to}`)
  change('decks/talk/slides.md', `text ${from}`, `text ${to}`)
  await shows(`text ${to}`)
}

test(
  'a second start asks for no module that the first one made, and tells no other site of them',
  { timeout: TEST_LIMIT_MS },
  async () => {
    await keptSince(0)
    await start()
    await shows('component 1, shared 1')
    expect(asked.length).toBeLessThan(MOST_ASKED)
    const script = new URL('/@five-pillars/kept.js', page.url()).href
    const askAs = (site: string): Promise<string> =>
      page.request.get(script, { headers: { 'sec-fetch-site': site } }).then((it) => it.text())
    expect(await askAs('same-origin')).toContain('component 1')
    expect(await askAs('cross-site')).toBe('')
    expect(errors).toEqual([])
  },
)

test(
  'what is changed long after a second start is followed',
  { timeout: TEST_LIMIT_MS },
  async () => {
    const first = keptAt()
    // A module that no page has asked for before is kept as well, when Vite has made all others.
    await page.evaluate("import('/package.json?import')")
    await keptSince(first)
    await withoutReload(() => followsChanges(1, 2))
    await keptSince(Date.now())
    expect(errors).toEqual([])
  },
)

test(
  'what is changed right after a second start is shown, and styled',
  { timeout: TEST_LIMIT_MS },
  async () => {
    await start()
    change('decks/talk/slides.md', '# A first', '# A <b class="text-rose-500">very</b> first')
    await shows('A very first')
    const heading = await slide().evaluate((element) => getComputedStyle(element).color)
    await expect
      .poll(
        () =>
          slide()
            .locator('b')
            .evaluate((element) => getComputedStyle(element).color),
        SLOW,
      )
      .not.toBe(heading)
    await withoutReload(() => followsChanges(2, 3))
    change('shared/shared.ts', 'shared 1', 'shared 2')
    await shows('component 3, shared 2')
    expect(errors).toEqual([])
  },
)

test(
  'what was changed while it was not served is there, and followed later',
  { timeout: TEST_LIMIT_MS },
  async () => {
    await stop()
    const before = keptAt()
    change('decks/talk/slides.md', 'very</b> first', 'quite</b> first')
    await start()
    await shows('A quite first')
    expect(asked.length).toBeGreaterThan(MOST_ASKED)
    await keptSince(before)
    await withoutReload(() => followsChanges(3, 4))
    change('shared/shared.ts', 'shared 2', 'shared 3')
    await shows('component 4, shared 3')
    await stop()
    change('shared/shared.ts', 'shared 3', 'shared 4')
    await start()
    await shows('shared 4')
    expect(errors).toEqual([])
  },
)

test(
  'neither a damaged file nor another version of a package harms',
  { timeout: TEST_LIMIT_MS },
  async () => {
    await stop()
    writeFileSync(path.join(workspace, 'shared/shared.ts'), "export const shared = 'shared 4'\n")
    const before = keptAt()
    await start()
    await keptSince(before)
    await stop()
    const kept = readFileSync(path.join(workspace, KEPT), 'utf8')
    writeFileSync(path.join(workspace, KEPT), kept.replace('shared 4', 'shared 5'))
    const damaged = keptAt()
    await start()
    await shows('shared 4')
    await keptSince(damaged)
    const whole = keptAt()
    await stop()
    writeFileSync(path.join(workspace, LOCKFILE), 'lockfileVersion: 2\n')
    await start()
    await shows('shared 4')
    expect(asked.length).toBeGreaterThan(MOST_ASKED)
    await keptSince(whole)
    expect(errors).toEqual([])
  },
)
