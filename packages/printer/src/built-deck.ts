import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'

import { PrinterError } from './printer-error.ts'

/** A deck as `slidev build` left it. */
export interface BuiltDeck {
  id: string
  /** Its `dist` folder. */
  dir: string
}

/** @throws PrinterError `deck-not-built` for the first deck without a page. */
export function assertBuilt(decks: readonly BuiltDeck[]): void {
  for (const { id, dir } of decks) {
    const index = path.join(dir, 'index.html')
    if (!existsSync(index)) throw new PrinterError('deck-not-built', `"${id}" has no ${index}.`)
  }
}

/** When the deck was built, in whole seconds, which every format can write. */
export async function builtAtOf({ dir }: BuiltDeck): Promise<Date> {
  const { mtimeMs } = await stat(path.join(dir, 'index.html'))
  return new Date(Math.floor(mtimeMs / 1000) * 1000)
}
