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
import { vi } from 'vitest'

import { serveLive } from './serve-live.ts'
import { root } from './stage.ts'

const FIXTURE = path.join(import.meta.dirname, '../fixtures/start')
/** Inside deck-kit, so that Slidev is found from there. */
const CACHE = path.join(root, 'packages/deck-kit/.cache')
const LOCKFILE = 'node_modules/.pnpm/lock.yaml'
const KEPT = 'decks/talk/.cache/live-start-30min.txt'
/** A first start bundles what every later one finds: it takes a while where others work, too. */
export const SLOW = { timeout: 100_000, interval: 200 } as const
export const TEST_LIMIT_MS = 300_000
/** Vite's own script, and what depends on the talk so far: those are never kept. */
export const MOST_ASKED = 12

/** A talk in a workspace of its own, which is served, left and served again. */
export class LiveTalk implements AsyncDisposable {
  /** Modules that the page asked the server for, of this start. */
  asked: string[] = []
  readonly errors: string[] = []
  readonly #workspace: string
  readonly #browser: Browser
  #server: ChildProcess | undefined
  #page: Page | undefined

  private constructor(workspace: string, browser: Browser) {
    this.#workspace = workspace
    this.#browser = browser
  }

  /** Copies the talk and starts it for the first time. */
  static async open(): Promise<LiveTalk> {
    mkdirSync(CACHE, { recursive: true })
    const workspace = mkdtempSync(path.join(CACHE, 'a start '))
    cpSync(FIXTURE, workspace, { recursive: true })
    writeFileSync(path.join(workspace, 'pnpm-workspace.yaml'), 'packages: []\n')
    mkdirSync(path.join(workspace, path.dirname(LOCKFILE)), { recursive: true })
    const talk = new LiveTalk(workspace, await launchBrowser({ prefer: 'packaged' }))
    talk.installAnew(1)
    await talk.start()
    return talk
  }

  get page(): Page {
    if (this.#page === undefined) throw new Error('the talk is not started')
    return this.#page
  }

  get heading(): Locator {
    return this.page.locator('.slidev-page-1 h1')
  }

  /** Starts the deck anew and opens it in a page that knows nothing of it. */
  async start(): Promise<void> {
    await this.stop()
    const [started, url] = await serveLive(path.join(this.#workspace, 'decks/talk'))
    this.#server = started
    const context = await this.#browser.newContext({ viewport: { width: 980, height: 552 } })
    this.#page = await context.newPage()
    this.#page.setDefaultTimeout(SLOW.timeout)
    this.#page.on('pageerror', (error) => this.errors.push(error.message))
    this.asked = []
    this.#page.on('request', (request) => {
      const isKept = request.url().startsWith('blob:')
      if (request.resourceType() === 'script' && !isKept) this.asked.push(request.url())
    })
    await this.#page.goto(url)
    await this.heading.waitFor()
  }

  async stop(): Promise<void> {
    // A page that is left alone complains that its server is gone.
    await Promise.all(this.#browser.contexts().map((each) => each.close()))
    if (this.#server === undefined || this.#server.exitCode !== null) return
    this.#server.kill()
    await once(this.#server, 'exit')
  }

  /** Whether the first slide shows a text, now or soon. */
  async shows(text: string): Promise<void> {
    await this.page.locator('.slidev-page-1').filter({ hasText: text }).waitFor()
  }

  change(file: string, from: string, to: string): void {
    const whole = path.join(this.#workspace, file)
    const text = readFileSync(whole, 'utf8')
    if (!text.includes(from)) throw new Error(`${file} does not say "${from}"`)
    writeFileSync(whole, text.replace(from, to))
  }

  /** Changes what was kept of a start, as a disk may. */
  damageKept(from: string, to: string): void {
    this.change(KEPT, from, to)
  }

  /** As if other versions of the packages were installed. */
  installAnew(version: number): void {
    writeFileSync(path.join(this.#workspace, LOCKFILE), `lockfileVersion: ${version}\n`)
  }

  keptAt(): number {
    return statSync(path.join(this.#workspace, KEPT), { throwIfNoEntry: false })?.mtimeMs ?? 0
  }

  /** Waits until this start is kept, by which time Vite has made every module. */
  async keptSince(time: number): Promise<void> {
    await vi.waitUntil(() => this.keptAt() > time, SLOW)
  }

  /** Changes that Vite follows leave the page as it is, but for what was changed. */
  async followsChanges(from: number, to: number): Promise<void> {
    await this.page.evaluate(() => document.documentElement.setAttribute('data-mark', ''))
    this.change('decks/talk/components/Told.vue', `component ${from}`, `component ${to}`)
    await this.shows(`component ${to}`)
    this.change('decks/talk/layouts/own.vue', `layout ${from}`, `layout ${to}`)
    await this.shows(`layout ${to}`)
    this.change('decks/talk/slides.md', `text ${from}`, `text ${to}`)
    await this.shows(`text ${to}`)
    const isSame = (await this.page.locator('html[data-mark]').count()) === 1
    if (!isSame) throw new Error('the page was loaded anew')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
    await this.#browser.close()
    rmSync(this.#workspace, { recursive: true, force: true })
  }
}
