import path from 'node:path'

import type { DeckEntry, DeckId } from '@five-pillars/content'
import type { SlideText } from '@five-pillars/deck-kit/slides'

/** What is written on the slides of each deck. */
export type DeckSlides = ReadonlyMap<DeckId, readonly SlideText[]>

/** Reads the decks' sources. One that cannot be read has no slides here: its build says why. */
export async function readDeckSlides(
  root: string,
  decks: readonly DeckEntry[],
): Promise<DeckSlides> {
  const { readSlides } = await import('@five-pillars/deck-kit/slides')
  const entries = await Promise.all(
    decks.map(async ({ id, path: folder }) => {
      const slides = await readSlides(path.join(root, folder)).catch(() => [])
      return [id, slides] as const
    }),
  )
  return new Map(entries)
}
