import { spawn } from 'node:child_process'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'

import { decks } from '@five-pillars/content'
import type { DeckId } from '@five-pillars/content'
import { buildDecks } from '@five-pillars/deck-kit/build'
import type { Browser, Request } from 'playwright'

import { root, stage } from '../src/stage.ts'

const RUNS = 7
const BAR_MS = 1000
const BAR_MB = 1.5

/**
 * How long the hub takes to answer, from a fresh process, and a built deck to show its first slide,
 * from a fresh browser profile: nothing is cached but what the operating system keeps.
 */
export async function bench(): Promise<void> {
  console.log(row('what', 'median', 'worst'))
  console.log(row('hub: process start to home page', ...spread(await repeat(hubStart))))
  await using theatre = await stage()
  const { hub, browser } = theatre
  console.log(row('home page shown', ...spread(await repeat(() => shown(browser, hub.url, 'h1')))))
  for (const { id } of decks) {
    const url = `${hub.url}decks/${id}/`
    const times = await repeat(() => shown(browser, url, '.slidev-page-1 h1'))
    console.log(row(`deck ${id}: first slide shown`, ...spread(times)))
    if (median(times) > BAR_MS) process.exitCode = 1
  }
  for (const { id } of decks) {
    const mb = await transferred(browser, `${hub.url}decks/${id}/`, '.slidev-page-1 h1')
    console.log(
      `${`deck ${id}: transferred before it`.padEnd(40)}${`${mb.toFixed(2)} MB`.padStart(10)}`,
    )
    if (mb > BAR_MB) process.exitCode = 1
  }
  for (const { id } of decks) {
    console.log(row(`deck ${id}: turbo finds it current`, ...spread(await repeat(() => ready(id)))))
  }
  console.log(`bars: first slide within ${BAR_MS} ms, median of ${RUNS}, and ${BAR_MB} MB, by gzip`)
}

async function repeat(measure: () => Promise<number>): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) times.push(await measure())
  return times
}

/** Milliseconds from asking for a page until an element of it is seen with its fonts. */
async function shown(browser: Browser, url: string, selector: string): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const start = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator(selector).first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  const end = performance.now()
  await context.close()
  return end - start
}

/** Megabytes of all that a page loads until an element of it is seen, each answer by gzip. */
async function transferred(browser: Browser, url: string, selector: string): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    sizes.push(gzippedSize(request))
  })
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator(selector).first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await context.close()
  return bytes / 1_000_000
}

async function gzippedSize(request: Request): Promise<number> {
  const response = await request.response()
  return response === null ? 0 : gzipSync(await response.body()).length
}

/** Milliseconds that turbo takes to find a built deck current: the hub asks once for each deck. */
async function ready(id: DeckId): Promise<number> {
  const start = performance.now()
  await buildDecks({ root, decks: [id] })
  return performance.now() - start
}

const START_HUB = `
  import { startHub } from '@five-pillars/hub'
  const hub = await startHub({ root: ${JSON.stringify(root)}, port: 0 })
  await (await fetch(hub.url)).text()
  await hub.close()`

async function hubStart(): Promise<number> {
  const start = performance.now()
  const child = spawn(process.execPath, ['--input-type=module', '--eval', START_HUB], {
    cwd: path.join(import.meta.dirname, '..'),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise((exit) => child.once('exit', exit))
  if (code !== 0) throw new Error(`the hub did not start: exit code ${String(code)}`)
  return performance.now() - start
}

function spread(times: readonly number[]): [string, string] {
  return [`${Math.round(median(times))} ms`, `${Math.round(Math.max(...times))} ms`]
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

function row(what: string, middle: string, worst: string): string {
  return what.padEnd(40) + middle.padStart(10) + worst.padStart(10)
}
