import path from 'node:path'

import type { BuiltDeck } from '../built-deck.ts'
import { builtAtOf } from '../built-deck.ts'
import type { Finding, Scheme } from '../finding.ts'
import type { Paper } from '../pdf/paper.ts'
import type { OpenDeck } from '../open-deck.ts'
import { writeHandout } from './write-handout.ts'
import { writeMarkdown } from './write-markdown.ts'
import { writePdf } from './write-pdf.ts'
import { writePictures } from './write-pictures.ts'
import { writeEditablePptx, writePptx } from './write-pptx.ts'
import { writeSingleFile } from './write-single-file.ts'

/** What a deck can be written as; `html` needs decks that are built into one file each. */
export type DeckFormat = 'pdf' | 'handout' | 'png' | 'md' | 'pptx' | 'pptx-editable' | 'html'

export interface PrintableDeck extends BuiltDeck {
  title: string
  /** Default: the speaker is not named. */
  author?: string | undefined
}

interface WriteOptions {
  out: string
  format: DeckFormat
  scheme: Scheme
  withClicks?: boolean | undefined
  paper?: Paper | undefined
}

/** A deck that is open and sound, and all that a format needs to know of it. */
export interface WriteJob {
  open: OpenDeck
  deck: PrintableDeck
  scheme: Scheme
  /** When the deck was built: the date in files, so that the same deck is the same file. */
  builtAt: Date
  /** Where a file or a folder of that name belongs: with `-handout`, `work-handout-dark`. */
  target: (kind?: string) => string
}

export interface Written {
  /** The file, or the folder of pictures. */
  path: string
  pages: number
  /** What came to light on the way. */
  findings: Finding[]
}

/** Pixels of a picture for one of the canvas, as the format wants them. */
export function sizeOf(format: DeckFormat): number {
  return ['png', 'md', 'pptx', 'pptx-editable'].includes(format) ? 2 : 1
}

/** @throws PrinterError when the result is not what was to be written, or cannot be written. */
export async function writeDeck(
  open: OpenDeck,
  deck: PrintableDeck,
  options: WriteOptions,
): Promise<Written> {
  const { scheme, format, withClicks = false, paper = 'a4' } = options
  const suffix = `${scheme === 'dark' ? '-dark' : ''}${withClicks ? '-clicks' : ''}`
  const target = (kind = ''): string => path.join(options.out, `${deck.id}${kind}${suffix}`)
  const builtAt = await builtAtOf(deck)
  const job: WriteJob = { open, deck, scheme, builtAt, target }
  switch (format) {
    case 'pdf':
      return await writePdf(job)
    case 'png':
      return await writePictures(job)
    case 'handout':
      return await writeHandout(job, paper)
    case 'md':
      return await writeMarkdown(job)
    case 'pptx':
      return await writePptx(job)
    case 'pptx-editable':
      return await writeEditablePptx(job)
    case 'html':
      return await writeSingleFile(job)
  }
}
