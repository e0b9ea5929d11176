import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { findBrowser, launchBrowser } from '@five-pillars/browser'

import { exportDecks } from '../src/index.ts'
import { openDeck } from '../src/open-deck.ts'
import { keepLastStates } from '../src/page/keep-slides.ts'
import { serveFolders } from '../src/serve/serve-folder.ts'
import type { BenchDeck } from './bench-decks.ts'
import { builtDecks, ROOT } from './bench-decks.ts'
import { elapsedMs } from './elapsed-ms.ts'

/** The best of these counts: a busy machine makes a run slower, never faster. */
const ROUNDS = 3

/**
 * Our export beside `slidev export`, deck by deck: the same sources, the same browser, and diagrams
 * that are rendered already for both.
 */
export async function bench(): Promise<void> {
  const decks = builtDecks()
  const out = await mkdtemp(path.join(tmpdir(), 'five-pillars-bench-'))
  try {
    const runs: Record<'slidev' | 'built' | 'printing' | 'pdfAlone', number[]> = {
      slidev: [],
      built: [],
      printing: [],
      pdfAlone: [],
    }
    const job = { decks, out, format: 'pdf', prefer: 'packaged' } as const
    // By turns, so that whatever else the machine does hits all of them.
    for (let round = 0; round < ROUNDS; round += 1) {
      runs.slidev.push(await elapsedMs(() => slidevExport(decks, out)))
      runs.built.push(await elapsedMs(() => ourExport(out)))
      runs.printing.push(await elapsedMs(() => exportDecks(job)))
      runs.pdfAlone.push(await measurePdfAlone(decks))
    }
    const theirs = Math.min(...runs.slidev)
    const ours = Math.min(...runs.built)
    const printing = Math.min(...runs.printing)
    const pdfAlone = Math.min(...runs.pdfAlone)
    console.log(`what, best of ${ROUNDS}                     s   ratio  bar`)
    print('slidev export, deck by deck', theirs)
    print('ours, decks built', ours, theirs / ours, 'at least 8')
    print('page.pdf() alone', pdfAlone)
    print('our printing, in one process', printing, printing / pdfAlone, 'at most 7')
    const cleanRuns = [await fromNothing(decks, out), await fromNothing(decks, out)]
    const clean = Math.min(...cleanRuns)
    print('ours, from clean', clean, theirs / clean, `at least ${cleanBar(decks.length)}`)
  } finally {
    await rm(out, { recursive: true })
  }
}

/** The more decks, the more a build of all of them shares. */
function cleanBar(decks: number): number {
  return decks >= 7 ? 1.7 : 1.2
}

function print(name: string, ms: number, ratio?: number, bar?: string): void {
  const seconds = (ms / 1000).toFixed(2).padStart(6)
  const factor = ratio === undefined ? '' : `${ratio.toFixed(1).padStart(6)}  ${bar ?? ''}`
  console.log(`${name.padEnd(30)}${seconds}  ${factor}`)
}

function fromNothing(decks: readonly BenchDeck[], out: string): Promise<number> {
  return elapsedMs(async () => {
    for (const { dir } of decks) await rm(dir, { recursive: true })
    await run('turbo', ['run', 'build', '--force', '--only', ...decks.map(filterFor)], ROOT)
    await ourExport(out)
  })
}

function filterFor({ id }: BenchDeck): string {
  return `--filter=@five-pillars/deck-${id}`
}

function ourExport(out: string): Promise<void> {
  return run('node', [fileURLToPath(import.meta.resolve('./export-once.ts')), out], ROOT)
}

async function slidevExport(decks: readonly BenchDeck[], out: string): Promise<void> {
  const browser = await findBrowser({ prefer: 'packaged' })
  const slidev = fileURLToPath(import.meta.resolve('@slidev/cli/bin/slidev.mjs'))
  for (const { id, folder } of decks) {
    const file = path.join(out, `slidev-${id}.pdf`)
    const args = [slidev, 'export', '--output', file, '--executable-path', browser.path]
    await run('node', args, folder, browser.env)
  }
}

/** The time that Chromium itself needs for the same pages, when all else has been done. */
async function measurePdfAlone(decks: readonly BenchDeck[]): Promise<number> {
  const server = await serveFolders(new Map(decks.map(({ id, dir }) => [id, dir])))
  const browser = await launchBrowser({ prefer: 'packaged' })
  let sum = 0
  for (const { id } of decks) {
    const url = `${server.url}/${id}/`
    const { page } = await openDeck(browser, { id, url, clicks: true, scheme: 'light' })
    await page.evaluate(keepLastStates)
    await page.emulateMedia({ media: 'screen' })
    sum += await elapsedMs(() =>
      page.pdf({ printBackground: true, preferCSSPageSize: true, tagged: true, outline: true }),
    )
  }
  await browser.close()
  await server.close()
  return sum
}

async function run(
  command: string,
  args: readonly string[],
  cwd: string,
  more: Record<string, string> = {},
): Promise<void> {
  const bin = path.join(ROOT, 'node_modules', '.bin')
  const PATH = `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`
  const env = {
    ...process.env,
    ...more,
    PATH,
    TURBO_TELEMETRY_DISABLED: '1',
    // As the kit's command sets it.
    NODE_COMPILE_CACHE: path.join(ROOT, '.cache', 'node'),
  }
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString()
  })
  const [code]: unknown[] = await once(child, 'close')
  if (code !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}\n${told}`)
}
