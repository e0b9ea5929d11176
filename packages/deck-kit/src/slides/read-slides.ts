import { figures } from '@five-pillars/content'

import { slideTitle } from '../frame/slide-title.ts'
import { readDeck } from '../lint/read-deck.ts'
import { visibleText } from '../lint/visible-text.ts'

/** What is written on one slide, for a search. */
export interface SlideText {
  /** Number in the deck, from 1, as in its address `#/7`. */
  no: number
  title: string
  /** What the audience reads, without its drawings. */
  text: string
  /** What the speaker says. */
  note: string
}

/**
 * Reads the slides of a deck from its source.
 *
 * @param dir folder of the deck, the one that holds `slides.md`
 */
export async function readSlides(dir: string): Promise<readonly SlideText[]> {
  const { slides } = await readDeck(dir)
  return slides.map((slide) => ({
    no: slide.no,
    title: plain(slideTitle(slide.body, slide.frontmatter) ?? headingOf(slide.body)),
    text: oneLine(visibleText({ ...slide, body: withFigures(slide.body) })),
    note: oneLine(slide.note.replaceAll(/\[click[^\]]*\]|^\s*Time: .*$|[*_`]/gm, ' ')),
  }))
}

function headingOf(body: string): string {
  return /^#+ (.*)$/m.exec(body)?.[1] ?? body
}

/** What a figure prints in its place, and no heading: that is the title. */
function withFigures(body: string): string {
  return body
    .replaceAll(/^# .*$/gm, '')
    .replaceAll(/<Figure\s[^>]*?\bid="([\w-]+)"[^>]*>/g, (tag, id: string) => {
      const found = figures.find((figure) => figure.id === id)
      return found === undefined ? tag : `${found.value} ${found.unit}`
    })
}

/** A heading without its Markdown. */
function plain(heading: string): string {
  return oneLine(heading.replaceAll(/<[^>]*>/g, '').replaceAll(/[*_`]/g, ''))
}

function oneLine(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,:;!?])/g, '$1')
    .trim()
}
