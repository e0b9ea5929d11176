import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import path from 'node:path'

import type { DeckEntry } from '@five-pillars/content'

import { folderHash } from './folder-hash.ts'

/** Prints built decks: each as `<id>.pdf` in a folder that exists. */
export type PrintDecks = (decks: readonly DeckEntry[], out: string) => Promise<void>

/** The files of some decks, in their order; those that were printed before are not printed again. */
export type DeckPdfs = (decks: readonly DeckEntry[]) => Promise<readonly string[]>

/**
 * Keeps printed decks in the repository's cache, by the content of what was printed. Two who ask at
 * once wait for one another: a browser that prints takes every core there is.
 */
export function deckPdfs({ root, print }: { root: string; print: PrintDecks }): DeckPdfs {
  const cache = path.join(root, '.cache', 'hub', 'pdf')
  let last: Promise<unknown> = Promise.resolve()

  return (decks) => {
    const next = last.then(
      () => pdfs(decks),
      () => pdfs(decks),
    )
    last = next
    return next
  }

  async function pdfs(decks: readonly DeckEntry[]): Promise<string[]> {
    const files = await Promise.all(decks.map(fileOf))
    const missing = decks.filter((_, index) => !existsSync(files[index] ?? ''))
    if (missing.length > 0) await printInto(missing)
    return files
  }

  async function fileOf({ id, path: folder }: DeckEntry): Promise<string> {
    return path.join(cache, `${id}-${await folderHash(path.join(root, folder, 'dist'))}.pdf`)
  }

  /** A file gets its name when it is whole. */
  async function printInto(decks: readonly DeckEntry[]): Promise<void> {
    await mkdir(cache, { recursive: true })
    const fresh = await mkdtemp(path.join(cache, 'printing-'))
    try {
      await print(decks, fresh)
      for (const deck of decks) {
        await rename(path.join(fresh, `${deck.id}.pdf`), await fileOf(deck))
      }
    } finally {
      await rm(fresh, { recursive: true, force: true })
    }
  }
}
