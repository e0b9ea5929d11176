import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import type { Page } from 'playwright'

import type { SlideTexts } from '../page/read-slide-texts.ts'
import { PrinterError } from '../printer-error.ts'

const WIDTH = 980
const HEIGHT = 552

/** What Slidev's own exporter takes; it finds the slides in the page by the class of their boxes. */
interface SlidevJob {
  go: () => Promise<void>
  page: Page
  /** Numbers of the slides to write. */
  pages: number[]
  /** By number, from the first one on. */
  slides: { title: string; note: string; frontmatter: { author?: string } }[]
  width: number
  height: number
}

interface SlidevExporter {
  exportPptxEditable: (job: SlidevJob, output: string) => Promise<SlidevReport>
}

interface SlidevReport {
  /** Slides that became pictures, since too little of them could be told in shapes. */
  fallbackSlides: { no: number; reason: string }[]
}

export interface EditableDeck {
  bytes: Uint8Array
  pictures: { slide: number; why: string }[]
}

/**
 * The slides in the page as boxes of text and shapes, as far as Slidev's exporter tells them in these:
 * text is text, drawings are pictures. It opens no second browser, and builds nothing.
 */
export async function editableDeck(
  page: Page,
  texts: readonly SlideTexts[],
  { title, author }: { title: string; author: string },
): Promise<EditableDeck> {
  const slides: SlidevJob['slides'] = []
  for (const { state, note } of texts) {
    // The exporter takes the title of the file from the first slide.
    slides[Number.parseInt(state, 10) - 1] = { title, note, frontmatter: { author } }
  }
  const { exportPptxEditable } = await loadExporter()
  const folder = await mkdtemp(path.join(tmpdir(), 'five-pillars-pptx-'))
  try {
    const file = path.join(folder, 'deck.pptx')
    const pages = slides.map((_, index) => index + 1)
    const size = { width: WIDTH, height: HEIGHT }
    const job = { go: () => Promise.resolve(), page, pages, slides, ...size }
    const { fallbackSlides } = await exportPptxEditable(job, file)
    const pictures = fallbackSlides.map(({ no, reason }) => ({ slide: no, why: reason }))
    return { bytes: await readFile(file), pictures }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** It is a file of Slidev's own, whose name ends in a hash; Slidev's version is pinned. */
async function loadExporter(): Promise<SlidevExporter> {
  const dist = path.dirname(fileURLToPath(import.meta.resolve('@slidev/cli')))
  const name = (await readdir(dist)).find((file) => /^pptx-[\w-]+\.mjs$/.test(file))
  const found: unknown =
    name === undefined ? undefined : await import(pathToFileURL(path.join(dist, name)).href)
  if (isExporter(found)) return found
  throw new PrinterError('pptx-wrong', `Slidev in ${dist} has no exporter to editable slides.`)
}

function isExporter(found: unknown): found is SlidevExporter {
  return typeof found === 'object' && found !== null && 'exportPptxEditable' in found
}
