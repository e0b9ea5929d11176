import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { HANDOUT_PAGES, HANDOUTS } from './handout-pages.ts'
import type { HandoutPages } from './handout-pages.ts'

/** What `export --format handout` adds to the id of a deck. */
const ENDING = '-handout.pdf'

export interface HandoutSource {
  /** Folder with the handouts of the decks, as `export --format handout` writes them. */
  readonly folder: string
  /** The page of each heading of a handout: a failure names the page that explains it. */
  readonly pagesOf: (pdf: Uint8Array) => Promise<ReadonlyMap<string, number>>
}

/** The handouts of a kit, and where each of their slides is: paths in the kit and their content. */
export async function handoutsIn(
  source: HandoutSource | undefined,
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (source === undefined || !existsSync(source.folder)) return new Map()
  const files = new Map<string, Uint8Array>()
  const known: HandoutPages = {}
  for (const file of globSync(`*${ENDING}`, { cwd: source.folder }).toSorted()) {
    const pdf = readFileSync(path.join(source.folder, file))
    const pages = Object.fromEntries(await source.pagesOf(pdf))
    files.set(`${HANDOUTS}/${file}`, pdf)
    known[file.slice(0, -ENDING.length)] = { file, pages }
  }
  if (files.size === 0) return files
  const text = `${JSON.stringify(known, undefined, 2)}\n`
  return files.set(`${HANDOUTS}/${HANDOUT_PAGES}`, Buffer.from(text))
}
