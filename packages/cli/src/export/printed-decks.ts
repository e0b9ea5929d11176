import path from 'node:path'

import type { DeckPdfs } from '@five-pillars/hub'

import { root } from '../root.ts'
import { AUTHOR } from './author.ts'

/** Decks on paper, one page for each slide; the printer is loaded with the first of them. */
export async function printedDecks(browser?: string): Promise<DeckPdfs> {
  const { deckPdfs } = await import('@five-pillars/hub')
  return deckPdfs({
    root,
    async print(decks, out) {
      const { exportDecks } = await import('@five-pillars/printer')
      await exportDecks({
        format: 'pdf',
        decks: decks.map(({ id, title, path: folder }) => ({
          id,
          title,
          dir: path.join(root, folder, 'dist'),
          author: AUTHOR,
        })),
        out,
        browser,
      })
    },
  })
}
