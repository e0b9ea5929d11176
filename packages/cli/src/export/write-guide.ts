import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { root } from '../root.ts'
import { AUTHOR } from './author.ts'
import type { ExportOptions } from './formats.ts'

/** Prints the host's guide in the look of the decks. */
export async function writeGuide({
  out,
  paper,
  browser,
}: ExportOptions): Promise<{ path: string; pages: number }> {
  const [{ exportGuide }, { pageStyle }, source] = await Promise.all([
    import('@five-pillars/printer'),
    import('@five-pillars/deck-kit/page-style'),
    readFile(path.join(root, 'packages/console/GUIDE.md'), 'utf8'),
  ])
  return exportGuide({
    source,
    style: pageStyle(),
    out: path.resolve(out),
    paper,
    browser,
    author: AUTHOR,
  })
}
