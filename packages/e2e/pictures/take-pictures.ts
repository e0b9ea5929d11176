// `npm run pictures`: takes the README's two pictures again, from the built deck and the real judge.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { launchBrowser } from '@five-pillars/browser'
import { serveFolder } from '@five-pillars/printer'
import { AnsiUp } from 'ansi_up'
import type { Browser } from 'playwright'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const OUT = path.join(ROOT, '.github/pictures')
const SLIDE = { deck: 'work', hash: '#/7?clicks=99' }
const WRONG = 'exercises/work/load-balancer/hidden/mutants/mod-index.ts'
const CANVAS = { width: 980, height: 552 }

mkdirSync(OUT, { recursive: true })
const browser = await launchBrowser({ prefer: 'packaged' })
try {
  await takeSlide(browser)
  await takeVerdict(browser)
} finally {
  await browser.close()
}

async function takeSlide(from: Browser): Promise<void> {
  const served = await serveFolder(path.join(ROOT, 'decks', SLIDE.deck, 'dist'))
  const page = await from.newPage({
    viewport: CANVAS,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  })
  await page.goto(`${served.url}/${SLIDE.hash}`)
  await page.locator('.slidev-page:visible h1').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: path.join(OUT, 'slide.png') })
  await page.close()
  await served.close()
}

async function takeVerdict(from: Browser): Promise<void> {
  const args = ['judge', 'load-balancer', '--submission', WRONG]
  const command = path.join(ROOT, 'packages/cli/bin/five-pillars.mjs')
  const { stdout } = spawnSync(process.execPath, [command, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1' },
  })
  const page = await from.newPage({ viewport: CANVAS, deviceScaleFactor: 2 })
  await page.setContent(terminalPage('npx five-pillars judge load-balancer', stdout.trimEnd()))
  await page.evaluate(() => document.fonts.ready)
  await page.locator('main').screenshot({ path: path.join(OUT, 'verdict.png') })
  await page.close()
}

function terminalPage(command: string, output: string): string {
  const font = readFileSync(
    path.join(
      ROOT,
      'packages/deck-kit/node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
    ),
  ).toString('base64')
  const ansi = new AnsiUp()
  // Colours by class, since the palette of terminals is too dark on this ground.
  ansi.use_classes = true
  return `<!doctype html><meta charset="utf-8"><style>
    @font-face { font-family: Mono; src: url(data:font/woff2;base64,${font}) }
    main { box-sizing: border-box; width: 980px; min-height: 552px; padding: 40px;
      background: #14181d; color: #e6e3dc; font: 19px/1.5 Mono, monospace }
    pre { margin: 0; font: inherit; white-space: pre-wrap }
    b { color: #8b949e; font-weight: 400 }
    .ansi-red-fg { color: #ff8577 } .ansi-green-fg { color: #7fd3a0 }
  </style><main><pre><b>$</b> ${command}\n\n${ansi.ansi_to_html(output)}</pre></main>`
}
