import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'

import { load } from '@slidev/parser/fs'

import { templateOf } from './visible-text.ts'

/** A slide as its author wrote it. */
export interface DeckSlide {
  /** Number in the deck, from 1. */
  no: number
  where: string
  layout: string
  frontmatter: Readonly<Record<string, unknown>>
  /** Markdown without frontmatter and note. */
  body: string
  note: string
}

/** A drawing: one Vue file in the deck's `components/`. */
export interface DeckDrawing {
  name: string
  where: string
  template: string
}

export interface Deck {
  slides: readonly DeckSlide[]
  drawings: readonly DeckDrawing[]
}

/** Loads `slides.md` with everything it imports, by Slidev's own parser. */
export async function readDeck(dir: string): Promise<Deck> {
  const root = path.resolve(dir)
  const data = await load({ roots: [root], userRoot: root }, path.join(root, 'slides.md'))
  const slides = data.slides.map((slide, index) => {
    const frontmatter: Record<string, unknown> = slide.frontmatter
    const file = path.relative(root, slide.source.filepath).replaceAll('\\', '/')
    return {
      no: index + 1,
      where: `${file}:${slide.source.start + 1} (slide ${index + 1})`,
      layout: typeof frontmatter['layout'] === 'string' ? frontmatter['layout'] : 'default',
      frontmatter,
      body: slide.content,
      note: slide.note ?? '',
    }
  })
  return { slides, drawings: await readDrawings(root) }
}

async function readDrawings(root: string): Promise<DeckDrawing[]> {
  const folder = path.join(root, 'components')
  const files = await readdir(folder).catch(() => [])
  const vue = files.filter((file) => file.endsWith('.vue')).toSorted()
  return Promise.all(
    vue.map(async (file) => ({
      name: path.basename(file, '.vue'),
      where: `components/${file}`,
      template: templateOf(await readFile(path.join(folder, file), 'utf8')),
    })),
  )
}
