import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { checkDecks } from './check-decks.ts'
import type { CheckReport } from './check-decks.ts'
import { formatFinding } from './finding.ts'
import { PrinterError } from './printer-error.ts'
import type { Progress } from './progress.ts'

const PACKAGE = path.resolve(import.meta.dirname, '..')
const BUILD_LIMIT_MS = 120_000

/** Builds the deck with one planted fault of each kind, as any deck is built. */
async function buildFaultyDeck(): Promise<string> {
  const out = await mkdtemp(path.join(tmpdir(), 'five-pillars-faulty-'))
  const slidev = fileURLToPath(import.meta.resolve('@slidev/cli/bin/slidev.mjs'))
  const args = [slidev, 'build', '--base', './', '--router-mode', 'hash', '--out', out]
  const cwd = path.join(PACKAGE, 'fixtures', 'faulty-deck')
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, args, { cwd, env, timeout: BUILD_LIMIT_MS })
  return out
}

describe('a deck with ten planted faults', () => {
  let folder: string
  let report: CheckReport
  const progress: Progress[] = []
  beforeAll(async () => {
    folder = await buildFaultyDeck()
    report = await checkDecks({
      decks: [{ id: 'faulty', dir: folder }],
      prefer: 'packaged',
      pixels: true,
      onProgress: (now) => progress.push(now),
    })
  }, BUILD_LIMIT_MS)
  afterAll(() => rm(folder, { recursive: true }))

  test('each is named by slide and click, once, and nothing else is', () => {
    expect(report.findings.map(formatFinding).map(withoutFontWidth)).toMatchInlineSnapshot(`
      [
        "faulty, slide 2: clipped: <pre> "const answer = 'a string that no formatt…" hides text that sticks out by … px",
        "faulty, slide 3, click 2: missing image: ./no-such-picture.png does not load",
        "faulty, slide 4: mermaid error: Error: Parse error on line 2: | ...art LR  client --> --> server | ----------------------^ | Expecting 'AMP', 'COLON', 'PIPE', 'TESTSTR', 'DOWN', 'DEFAULT', 'NUM', 'COMMA', 'NODE_STRING', 'BRKT', 'MINUS', 'MULT', 'UNICODE_TEXT', got 'LINK'",
        "faulty, slide 5: tiny text: "seven pixels cannot be read from the las…" is 7.0 px; 14 is the least",
        "faulty, slide 6: unknown element: <nosuchthing> is neither HTML nor a component",
        "faulty, slide 7, click 1: off canvas: "over the edge" is over the right edge by 17 px",
        "faulty, slide 9: no alt text: <img> ./dot.svg: Images must have alternative text",
        "faulty, slide 10: foreign request: https://pillars.example/logo.png",
        "faulty, slide 11: component error: the component gives up",
        "faulty, slide 8, dark: low contrast: <p> "pale grey on the slide": #333333 on #111111 is 1.49:1; 3:1 is the least",
      ]
    `)
  })

  test('they are of ten kinds', () => {
    expect(new Set(report.findings.map(({ kind }) => kind)).size).toBe(10)
  })

  test('every click state is counted', () => {
    expect(report.decks).toMatchObject([{ id: 'faulty', slides: 12 }])
    expect(report.decks[0]?.states).toHaveLength(16)
  })

  test('every slide has its hash in light and in dark', () => {
    const { light = {}, dark = {} } = report.decks[0]?.pixels ?? {}
    const slides = Array.from({ length: 12 }, (_, index) => String(index + 1))
    expect([Object.keys(light), Object.keys(dark)]).toEqual([slides, slides])
    // The fixture has one slide of each scheme's own, and no two that look alike.
    expect(new Set([...Object.values(light), ...Object.values(dark)]).size).toBe(24)
  })

  test('progress only grows, and ends', () => {
    const shares = progress.map(({ done }) => done)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })
})

/** The fixture is set in the machine's own fonts, and each machine has others. */
function withoutFontWidth(finding: string): string {
  return finding.replace(/(?<=sticks out by )1\d\d px/, '… px')
}

test('a deck that is not built is named, with the way out', async () => {
  const checking = checkDecks({ decks: [{ id: 'work', dir: '/nowhere/dist' }] })
  await expect(checking).rejects.toThrow(PrinterError)
  await expect(checking).rejects.toThrow(
    `The deck is not built: "work" has no ${path.join('/nowhere/dist', 'index.html')}.`,
  )
})
