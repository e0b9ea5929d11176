import { execFile } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { beforeAll, describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const generated = path.join(root, '.vitest/docs')
const pages = ['README.md', ...globSync('docs/*.md', { cwd: root }).toSorted()]

/** Printed after each block of code, so that every block has its own output. */
const END_OF_BLOCK = '\u001e'

const env = {
  ...process.env,
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
  NODE_OPTIONS: undefined,
  // Each page is a program of its own, and all load the same hundred files.
  NODE_COMPILE_CACHE: path.join(root, '.vitest/compile-cache'),
}

/** What a program prints, on either stream, whether it ends well or not. */
async function printedBy(...args: readonly string[]): Promise<{ out: string; err: string }> {
  return await new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, env }, (_error, out, err) => {
      resolve({ out, err })
    })
  })
}

/** A fenced block: the numbers of its first and of its last line, which are the fences. */
interface Block {
  readonly language: string
  readonly from: number
  readonly to: number
}

function linesOf(page: string): string[] {
  return readFileSync(path.join(root, page), 'utf8').replaceAll('\r\n', '\n').split('\n')
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let open: { language: string; from: number } | undefined
  for (const [number, line] of lines.entries()) {
    if (!line.startsWith('```')) continue
    if (open === undefined) {
      open = { language: line.slice(3), from: number }
    } else {
      blocks.push({ ...open, to: number })
      open = undefined
    }
  }
  return blocks
}

function codeOf(lines: readonly string[]): Block[] {
  return blocksOf(lines).filter(({ language }) => language === 'ts')
}

/** All code of a page as one module, each line where it stands in the page: errors name it. */
function moduleOf(lines: readonly string[]): string {
  const code = codeOf(lines)
  return lines
    .map((line, number) => {
      if (code.some(({ from, to }) => number > from && number < to)) return line
      const isEnd = code.some(({ to }) => number === to)
      return isEnd ? `console.log(${JSON.stringify(END_OF_BLOCK)})` : ''
    })
    .join('\n')
}

function fileOf(page: string): string {
  return path.join(generated, `${path.basename(page, '.md')}.ts`)
}

/** The page with what its code prints: a `text` block after each block of code that prints. */
function printedInto(lines: readonly string[], outputs: readonly string[]): string {
  const blocks = blocksOf(lines)
  const result = [...lines]
  for (const [index, { to }] of [...codeOf(lines).entries()].toReversed()) {
    const next = blocks.find(({ from }) => from > to)
    const output = outputs[index] ?? ''
    const printed = output === '' ? [] : output.split('\n')
    if (next?.language === 'text') {
      result.splice(next.from + 1, next.to - next.from - 1, ...printed)
    } else if (printed.length > 0) {
      result.splice(to + 1, 0, '', '```text', ...printed, '```')
    }
  }
  return result.join('\n')
}

beforeAll(async () => {
  rmSync(generated, { recursive: true, force: true })
  mkdirSync(generated, { recursive: true })
  const config = { extends: '../../tsconfig.json', include: ['*.ts'] }
  writeFileSync(path.join(generated, 'tsconfig.json'), JSON.stringify(config))
  for (const page of pages) writeFileSync(fileOf(page), moduleOf(linesOf(page)))
  // Once alone: pages that begin side by side find nothing that is compiled.
  await printedBy('src/index.ts')
})

describe('every page', () => {
  test.concurrent.for(pages)('%s prints what it says', async (page, context) => {
    const lines = linesOf(page)
    expect(codeOf(lines).length).toBeGreaterThan(0)
    const { out, err } = await printedBy(fileOf(page))
    expect(err).toBe('')
    const outputs = out.split(`${END_OF_BLOCK}\n`).map((output) => output.replace(/\n$/, ''))
    // The page is the snapshot of itself: `vitest run src/docs -u` writes what is printed now.
    await context.expect(printedInto(lines, outputs)).toMatchFileSnapshot(path.join(root, page))
  })

  test('has code that the compiler accepts', async () => {
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
    expect(await printedBy(compiler, '-p', generated)).toEqual({ out: '', err: '' })
  })

  test.each(pages)('%s links to what is there', (page) => {
    const links = linesOf(page).flatMap((line) => [...line.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)])
    const missing = links
      .map(([, link = '']) => link)
      .filter((link) => !existsSync(path.join(root, path.dirname(page), link)))
    expect(missing).toEqual([])
  })
})

test('everything that the package exports is on a page', () => {
  const entries = ['src/index.ts', 'src/shrink/index.ts'].flatMap(linesOf).join('\n')
  const names = [...entries.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list = '']) =>
    list.split(',').flatMap((name) => name.trim() || []),
  )
  const spans = pages.flatMap(
    (page) =>
      linesOf(page)
        .join('\n')
        .match(/`[^`\n]+`/g) ?? [],
  )
  const words = new Set(spans.flatMap((span) => span.split(/\W+/)))
  expect(names.length).toBeGreaterThan(50)
  expect(names.filter((name) => !words.has(name))).toEqual([])
})
