import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { cleanSvg } from './clean-svg.ts'
import { diagramFile } from './diagram-file.ts'
import type { Scheme } from './diagram-file.ts'
import type { FoundDiagram } from './find-diagrams.ts'
import { lintDiagram } from './lint-diagram.ts'
import type { Renderer } from './open-renderer.ts'

export interface DrawReport {
  /** How many diagrams the deck has, and how many of them had to be drawn. */
  total: number
  drawn: number
  /** Everything wrong, with file, line and slide; empty when the deck is good. */
  findings: readonly string[]
}

const schemes = ['light', 'dark'] as const satisfies readonly Scheme[]

/**
 * Draws the diagrams that the folder lacks and removes those that nothing asks for any more. The
 * browser is opened only if there is something to draw.
 */
export async function drawDeck(
  diagrams: readonly FoundDiagram[],
  folder: string,
  open: () => Promise<Renderer>,
): Promise<DrawReport> {
  const findings = diagrams.flatMap(({ code, where }) =>
    lintDiagram(code).map((message) => `${where}: the diagram ${message}`),
  )
  await mkdir(folder, { recursive: true })
  await removeStale(diagrams, folder)
  const missing = diagrams.filter(({ code }) => !isDrawn(code, folder))
  if (missing.length === 0) return { total: diagrams.length, drawn: 0, findings }
  const renderer = await open()
  try {
    for (const diagram of missing) {
      const error = await drawOne(diagram, folder, renderer)
      if (error !== undefined) findings.push(error)
    }
  } finally {
    await renderer.close()
  }
  return { total: diagrams.length, drawn: missing.length, findings }
}

function isDrawn(code: string, folder: string): boolean {
  return schemes.every((scheme) => existsSync(path.join(folder, diagramFile(code, scheme))))
}

async function drawOne(
  { code, where }: FoundDiagram,
  folder: string,
  renderer: Renderer,
): Promise<string | undefined> {
  for (const scheme of schemes) {
    const file = diagramFile(code, scheme)
    const drawn = await renderer.draw(code, scheme, `fp-${file.slice(0, 8)}`)
    if (drawn.kind === 'error') return `${where}: ${oneLine(drawn.message)}`
    await writeWhole(path.join(folder, file), cleanSvg(drawn.svg))
  }
  return undefined
}

/** A build that runs at the same time never meets half a drawing. */
async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}`
  await writeFile(temporary, text)
  await rename(temporary, file)
}

async function removeStale(diagrams: readonly FoundDiagram[], folder: string): Promise<void> {
  const wanted = new Set(
    diagrams.flatMap(({ code }) => schemes.map((scheme) => diagramFile(code, scheme))),
  )
  const stale = (await readdir(folder)).filter((file) => !wanted.has(file))
  await Promise.all(stale.map((file) => rm(path.join(folder, file), { force: true })))
}

function oneLine(message: string): string {
  return message.split('\n').filter(Boolean).join(' | ')
}
