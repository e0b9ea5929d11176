import path from 'node:path'

import type { PrintDecks } from '@five-pillars/hub'

import { root } from '../root.ts'
import { AUTHOR } from './author.ts'

/** Prints built decks, one page for each slide; the printer is loaded with the first of them. */
export function printDecks(browser?: string): PrintDecks {
  return async (decks, out) => {
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
  }
}
