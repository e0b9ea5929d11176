import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

import type { Scheme } from './diagram-file.ts'

/** The drawings of one diagram, as SVG text. */
export type Drawings = Partial<Record<Scheme, string>>

const NAME = /^([0-9a-f]+)\.(light|dark)\.svg$/

/** Everything that was drawn for a deck, by the diagram's id. */
export function readDrawings(root: string): Record<string, Drawings> {
  const folder = path.join(root, '.diagrams')
  const byId: Record<string, Drawings> = {}
  for (const file of list(folder)) {
    const [, id, scheme] = NAME.exec(file) ?? []
    if (id === undefined) continue
    const svg = readFileSync(path.join(folder, file), 'utf8')
    byId[id] = { ...byId[id], [scheme === 'dark' ? 'dark' : 'light']: svg }
  }
  return byId
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted()
  } catch {
    // Nothing was drawn yet.
    return []
  }
}
