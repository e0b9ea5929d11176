import { existsSync } from 'node:fs'
import path from 'node:path'

import { decks } from '@five-pillars/content'

export const ROOT = path.resolve(import.meta.dirname, '../../..')

export interface BenchDeck {
  id: string
  title: string
  /** Where its slides.md is. */
  folder: string
  /** Its build. */
  dir: string
}

/** The decks of the kit, all of them built. */
export function builtDecks(): BenchDeck[] {
  const all = decks.map(({ id, title, path: below }) => {
    const folder = path.join(ROOT, below)
    return { id, title, folder, dir: path.join(folder, 'dist') }
  })
  const missing = all.filter(({ dir }) => !existsSync(path.join(dir, 'index.html')))
  if (missing.length > 0) {
    throw new Error(
      `Not built: ${missing.map(({ id }) => id).join(', ')}. Run: npx turbo run build`,
    )
  }
  return all
}
