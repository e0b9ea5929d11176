import type { SlideNote } from '../page/read-notes.ts'
import { readNotes } from '../page/read-notes.ts'
import { PrinterError } from '../printer-error.ts'
import type { WriteJob } from './write-deck.ts'

/** @throws PrinterError `no-notes` when the deck's print page has none to tell. */
export async function notesOf({ open, deck }: WriteJob): Promise<SlideNote[]> {
  const notes = await open.page.evaluate(readNotes)
  if (notes === undefined) throw new PrinterError('no-notes', `"${deck.id}" tells none at #/print.`)
  return notes
}
