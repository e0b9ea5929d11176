import { spawnSync } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { launchBrowser } from '@five-pillars/browser'
import { serveFolder } from '@five-pillars/printer'
import type { Page } from 'playwright'

import { busyTrace } from '../src/busy-trace.ts'
import { root } from '../src/stage.ts'

const RUNS = 3
const RUN_MS = 6000
const BAR_FPS = 60
/** Frames are counted by the display's clock, which is not exactly 60 per second. */
const TOLERANCE_FPS = 1
const IN_FLIGHT = 50

const kit = path.join(root, 'packages/deck-kit')
const folder = path.join(kit, '.cache/bench-player')

/**
 * How smoothly the player moves a busy world: a deck with one player is built, opened in a real
 * browser at the size of a projector, without any throttling, and played.
 */
export async function bench(): Promise<void> {
  await buildDeck()
  const served = await serveFolder(path.join(folder, 'dist'))
  const browser = await launchBrowser({ prefer: 'packaged' })
  try {
    console.log(row('7 servers', 'in flight', 'frames/s', 'longest', 'scripts'))
    for (let run = 0; run < RUNS; run += 1) {
      const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
      await page.goto(`${served.url}/`)
      const { fps, longestMs, inFlight, scriptShare } = await play(page)
      await page.close()
      const share = `${Math.round(scriptShare * 100)} %`
      console.log(
        row(`run ${run + 1}`, inFlight, fps.toFixed(1), `${Math.round(longestMs)} ms`, share),
      )
      if (fps < BAR_FPS - TOLERANCE_FPS) process.exitCode = 1
    }
    console.log(`bar: ${BAR_FPS} frames/s with ${IN_FLIGHT} messages in flight`)
  } finally {
    await browser.close()
    await served.close()
  }
}

async function buildDeck(): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'busy.json'), JSON.stringify(busyTrace(IN_FLIGHT)))
  await writeFile(path.join(folder, 'slides.md'), SLIDES)
  const slidev = path.join(kit, 'node_modules/@slidev/cli/bin/slidev.mjs')
  const args = ['build', path.join(folder, 'slides.md'), '--base', './', '--router-mode', 'hash']
  const out = ['--out', path.join(folder, 'dist')]
  const { status, stderr } = spawnSync(process.execPath, [slidev, ...args, ...out], {
    cwd: kit,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the deck was not built:\n${stderr}`)
}

const SLIDES = `---
theme: ../../
layout: diagram
pillar: truth
---

# A busy world

<script setup>
import trace from './busy.json'
</script>

<SimPlayer :trace="trace" />
`

interface Smoothness {
  fps: number
  longestMs: number
  /** Messages on their way in the middle of the measurement. */
  inFlight: number
  /** Share of the time in which scripts ran, 0 to 1. */
  scriptShare: number
}

async function play(page: Page): Promise<Smoothness> {
  const button = page.getByRole('button', { name: 'Play', exact: true })
  await button.waitFor()
  await page.evaluate(() => document.fonts.ready)
  const client = await page.context().newCDPSession(page)
  await client.send('Performance.enable')
  await button.click()
  // The first messages are on their way, and the code is warm.
  await page.waitForTimeout(2000)
  const before = await scriptSeconds()
  const frames = await page.evaluate(countFrames, RUN_MS)
  const scriptShare = (await scriptSeconds()) - before
  return { ...frames, scriptShare: scriptShare / (RUN_MS / 1000) }

  async function scriptSeconds(): Promise<number> {
    const { metrics } = await client.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0
  }
}

/** Runs in the page: counts what is drawn for a while. */
function countFrames(lengthMs: number): Promise<Omit<Smoothness, 'scriptShare'>> {
  return new Promise((resolve) => {
    const times: number[] = []
    let inFlight = 0
    requestAnimationFrame(function frame(now) {
      times.push(now)
      const start = times[0] ?? now
      if (now - start < lengthMs) {
        if (inFlight === 0 && now - start > lengthMs / 2) {
          inFlight = document.querySelectorAll('.fp-messages .fp-message').length
        }
        requestAnimationFrame(frame)
        return
      }
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time))
      const fps = (gaps.length / (now - start)) * 1000
      resolve({ fps, longestMs: Math.max(...gaps), inFlight })
    })
  })
}

function row(...[what = '', ...cells]: readonly (string | number)[]): string {
  return String(what).padEnd(14) + cells.map((cell) => String(cell).padStart(12)).join('')
}
