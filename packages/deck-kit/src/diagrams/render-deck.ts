import path from 'node:path'

import { load } from '@slidev/parser/fs'

import { drawDeck } from './draw-deck.ts'
import { expandDecisionTree } from './expand-decision-tree.ts'
import { findDiagrams } from './find-diagrams.ts'
import type { FoundDiagram } from './find-diagrams.ts'
import { openRenderer } from './open-renderer.ts'

/** Command of a deck's folder: draws the diagrams of `slides.md` into `.diagrams`. */
async function main(): Promise<void> {
  const [entry = 'slides.md'] = process.argv.slice(2)
  const root = path.dirname(path.resolve(entry))
  const deck = path.basename(root)
  const diagrams = await diagramsOf(path.resolve(entry))
  const report = await drawDeck(diagrams, path.join(root, '.diagrams'), openRenderer)
  for (const finding of report.findings) console.error(`${deck}/${finding}`)
  console.log(`${deck}: ${report.total} diagrams, ${report.drawn} drawn`)
  process.exitCode = report.findings.length > 0 ? 1 : 0
}

async function diagramsOf(entry: string): Promise<FoundDiagram[]> {
  const root = path.dirname(entry)
  const { slides } = await load({ roots: [root], userRoot: root }, entry)
  return findDiagrams(
    slides.map((slide, index) => ({
      content: expandDecisionTree(slide.content),
      file: path.relative(root, slide.source.filepath).replaceAll('\\', '/'),
      line: slide.source.contentStart + 1,
      no: index + 1,
    })),
  )
}

try {
  await main()
} catch (error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'browser-not-found'))
    throw error
  console.warn(`${error.message}\n  Without it the slides draw their diagrams in the browser.`)
}
