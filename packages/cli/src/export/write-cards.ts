import path from 'node:path'

import type { PillarId } from '@five-pillars/content'
import type { PrintedCard } from '@five-pillars/printer'

import type { ProgressBar } from '../progress-bar.ts'
import { AUTHOR } from './author.ts'
import type { ExportOptions } from './formats.ts'

/** In units of a column's width of 60. */
const COLUMN_HEIGHT = 130

/** Prints cards in the look of the decks; they are made of content alone, so that nothing is built. */
export async function writeCards(
  pillars: readonly PillarId[],
  { out, paper, dark, browser }: ExportOptions,
  bar: ProgressBar,
): Promise<PrintedCard[]> {
  const [{ exportCards }, { pageStyle }, { pillarIcons }, { columnPath }] = await Promise.all([
    import('@five-pillars/printer'),
    import('@five-pillars/deck-kit/page-style'),
    import('@five-pillars/deck-kit/icons'),
    import('@five-pillars/deck-kit/columns'),
  ])
  const column = columnPath(COLUMN_HEIGHT).outline
  return await exportCards({
    pillars,
    look: { style: pageStyle(), icons: pillarIcons, column },
    out: path.resolve(out),
    paper,
    dark,
    browser,
    author: AUTHOR,
    onProgress: (progress) => bar.update(progress),
  })
}
