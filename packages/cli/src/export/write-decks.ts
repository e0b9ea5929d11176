import path from 'node:path'

import type { DeckEntry } from '@five-pillars/content'
import type { DeckFormat, Exported } from '@five-pillars/printer'

import type { ProgressBar } from '../progress-bar.ts'
import { root } from '../root.ts'
import { AUTHOR } from './author.ts'
import type { ExportOptions } from './formats.ts'

/** Builds the decks where needed, checks them and writes them. */
export async function writeDecks(
  chosen: readonly DeckEntry[],
  { format, out, ...options }: ExportOptions & { format: DeckFormat },
  bar: ProgressBar,
): Promise<Exported[]> {
  const { exportDecks } = await import('@five-pillars/printer')
  const isSingle = format === 'html'
  return await exportDecks({
    ...options,
    format,
    decks: chosen.map(({ id, title, path: folder }) => ({
      id,
      title,
      dir: path.join(root, folder, isSingle ? 'dist-single' : 'dist'),
      author: AUTHOR,
    })),
    out: path.resolve(out),
    build: () => build(chosen, isSingle ? 'single' : 'build', bar),
    onProgress: ({ done, message }) => bar.update({ done: 0.5 + done / 2, message }),
  })
}

/** Building is the first half of the bar, checking and writing the second. */
async function build(
  chosen: readonly DeckEntry[],
  task: 'build' | 'single',
  bar: ProgressBar,
): Promise<void> {
  const { buildDecks } = await import('@five-pillars/deck-kit/build')
  const shares = new Map<string, number>()
  await buildDecks({
    root,
    task,
    decks: chosen.map(({ id }) => id),
    onProgress: ({ deck, done, message }) => {
      shares.set(deck, done)
      const sum = shares.values().reduce((total, share) => total + share, 0)
      bar.update({ done: sum / chosen.length / 2, message: `${deck}: ${message}` })
    },
  })
}
