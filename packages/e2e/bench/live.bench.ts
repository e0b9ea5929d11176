import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'

import { launchBrowser } from '@five-pillars/browser'
import { deckById } from '@five-pillars/content'

import { root } from '../src/stage.ts'

const DECK = 'work'
const CACHE = path.join(root, 'decks', DECK, '.cache')
/** What a start leaves to the next one, some seconds after its page is loaded. */
const KEPT = path.join(CACHE, `live-start-${deckById(DECK).minutes}min.txt`)
const KEPT_LIMIT_MS = 60_000
const POLL_MS = 100
/** The best of these counts: a busy machine makes a run slower, never faster. */
const WARM_RUNS = 5
const COLD_BAR_MS = 10_000
const WARM_BAR_MS = 3000

interface Start {
  servedMs: number
  shownMs: number
}

/**
 * How long `present` takes from the command to the first slide, in a browser that has seen nothing:
 * at first, with nothing kept of earlier starts, and then again and again.
 */
export async function bench(): Promise<void> {
  console.log('live deck    command to served   served to first slide     sum, ms')
  await rm(CACHE, { recursive: true, force: true })
  // As a talk would, the first one lasts until its modules are kept.
  const cold = await start(untilKept)
  print('cold', cold, COLD_BAR_MS)
  let best = await start()
  for (let run = 1; run < WARM_RUNS; run += 1) {
    const next = await start()
    if (sum(next) < sum(best)) best = next
  }
  print(`warm, of ${WARM_RUNS}`, best, WARM_BAR_MS)
}

async function start(afterwards?: () => Promise<void>): Promise<Start> {
  const browser = await launchBrowser({ prefer: 'packaged' })
  const begin = performance.now()
  const command = path.join(root, 'packages/cli/bin/five-pillars.mjs')
  const args = [command, 'present', DECK, '--no-open', '--port', '0']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const url = await addressIn(child.stdout)
    const served = performance.now()
    const page = await browser.newPage()
    await page.goto(url, { waitUntil: 'commit' })
    await page.locator('.slidev-page-1 h1').first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    const shown = performance.now()
    await afterwards?.()
    return { servedMs: served - begin, shownMs: shown - served }
  } finally {
    await browser.close()
    child.kill()
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
}

async function untilKept(): Promise<void> {
  for (let waitedMs = 0; !existsSync(KEPT); waitedMs += POLL_MS) {
    if (waitedMs > KEPT_LIMIT_MS) throw new Error(`${KEPT} was not written in ${waitedMs} ms`)
    // oxlint-disable-next-line no-await-in-loop -- nobody tells when it is there
    await setTimeout(POLL_MS)
  }
}

async function addressIn(output: Readable): Promise<string> {
  let told = ''
  // It stays open: the command has more to say.
  for await (const chunk of output.iterator({ destroyOnReturn: false })) {
    told += String(chunk)
    const [, url] = /Slides\s+(\S+)\n/.exec(told) ?? []
    if (url !== undefined) return url
  }
  throw new Error(`the deck was not served:\n${told}`)
}

function print(name: string, { servedMs, shownMs }: Start, barMs: number): void {
  const total = servedMs + shownMs
  const cells = [servedMs, shownMs, total].map((ms) => String(Math.round(ms)).padStart(20)).join('')
  console.log(`${name.padEnd(11)}${cells}   (at most ${barMs})`)
  if (total > barMs) process.exitCode = 1
}

function sum({ servedMs, shownMs }: Start): number {
  return servedMs + shownMs
}
