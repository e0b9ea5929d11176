import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { launchBrowser } from '@five-pillars/browser'
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { root } from './stage.ts'

const FIXTURE = path.join(import.meta.dirname, '../fixtures/live')
/** Inside deck-kit, so that Slidev and the simulator are found from there. */
const CACHE = path.join(root, 'packages/deck-kit/.cache')
const SUBJECT = 'exercises/work/load-balancer/src/load-balancer.ts'

let workspace: string
let server: ChildProcess
let browser: Browser
let page: Page
let url: string
const errors: string[] = []

beforeAll(async () => {
  mkdirSync(CACHE, { recursive: true })
  workspace = mkdtempSync(path.join(CACHE, 'live-'))
  cpSync(FIXTURE, workspace, { recursive: true })
  writeFileSync(path.join(workspace, 'pnpm-workspace.yaml'), 'packages: []\n')
  ;[server, url] = await serve(path.join(workspace, 'decks/live'))
  browser = await launchBrowser({ prefer: 'packaged' })
  page = await browser.newPage({ viewport: { width: 980, height: 552 } })
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(url)
  await player().waitFor()
})

afterAll(async () => {
  await browser.close()
  server.kill()
  rmSync(workspace, { recursive: true, force: true })
})

/** Serves a deck from its source, in a process of its own, as `five-pillars present` does. */
async function serve(deckDir: string): Promise<[ChildProcess, string]> {
  const script = `
    import { serveDeck } from '@five-pillars/deck-kit/live'
    const deck = await serveDeck({ deckDir: ${JSON.stringify(deckDir)}, port: 0 })
    console.log('served at ' + deck.url)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: path.join(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the deck is not served: exit code ${code}`)))
    child.stdout.on('data', (chunk) => {
      const [, found] = /served at (\S+)/.exec(String(chunk)) ?? []
      if (found !== undefined) resolve(found)
    })
  })
  return [child, address]
}

function player(): Locator {
  return page.locator('.slidev-page-1 .fp-player')
}

/** Saves the learner's file, changed; the text of the stage once it shows something else. */
async function save(change: (source: string) => string, shown: string): Promise<string> {
  const original = readFileSync(path.join(FIXTURE, SUBJECT), 'utf8')
  writeFileSync(path.join(workspace, SUBJECT), change(original))
  const stage = player().filter({ hasText: shown })
  await stage.waitFor()
  expect(await page.locator('vite-error-overlay').count()).toBe(0)
  return stage.innerText()
}

test('the learner’s file runs on the slide, is run again when it is saved, and never harms it', async () => {
  await save((text) => text, 'who-leads: 3 servers')
  const compiled = await save((text) => text.replace('votes = 0', 'votes = '), 'Unexpected token')
  expect(compiled).toContain('src/load-balancer.ts, line 7')
  await save((text) => `import 'lodash'\n${text}`, 'there is no module "lodash"')
  await save((text) => text.replace('start() {', 'start() {\n for (;;) {}'), 'No answer')
  await save((text) => text.replace('votesToLead = 1', 'votesToLead = 3'), 'who-leads')
  await save((text) => text, 'who-leads')
  expect(errors).toEqual([])
})

test('another seed is another run, and a search finds one that breaks', async () => {
  await save((text) => text, 'who-leads')
  const seed = player().getByLabel('seed')
  await seed.fill('7')
  await seed.press('Enter')
  await player().getByRole('button', { name: 'next', exact: true }).click()
  await expect.poll(() => seed.inputValue()).toBe('8')
  await player().getByRole('button', { name: 'until it breaks' }).click()
  const finding = player().locator('.fp-mark-finding')
  await expect
    .poll(async () => [await finding.count(), Number(await seed.inputValue()) > 8])
    .toEqual([1, true])
  await player().getByRole('slider', { name: 'Time' }).fill('500')
  await player().filter({ hasText: 'both lead' }).waitFor()
  // This run is as small as it can be already: the same is broken, in the same run.
  const broken = await seed.inputValue()
  await player().getByRole('button', { name: 'shrink it' }).click()
  await expect
    .poll(async () => [await finding.count(), await seed.inputValue()])
    .toEqual([1, broken])
  await player().getByRole('button', { name: 'shrink it' }).waitFor()
  expect(errors).toEqual([])
})
