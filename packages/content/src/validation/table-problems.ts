import type { Content } from './schema.ts'

/** Tables with cells too many or too few, and pillars that a list leaves out. */
export function* tableProblems(content: Content): Generator<string> {
  for (const { id, columns, rows } of content.deepDives) {
    for (const { cells } of rows) {
      if (cells.length === columns.length) continue
      yield `table "${id}": row "${cells[0]}" has ${cells.length} of ${columns.length} cells`
    }
    if (rows.every(({ sources }) => sources.length === 0)) yield `table "${id}": names no source`
  }
  const lists = {
    'matrix of symptoms': content.nightmares.map(({ pillar }) => pillar),
    'list of tables': content.deepDives.map(({ pillar }) => pillar),
    'list of case studies': content.caseStudies.map(({ pillar }) => pillar),
    stack: content.stack.map(({ id }) => id),
  }
  for (const [list, present] of Object.entries(lists)) {
    for (const { id } of content.pillars) {
      if (!present.includes(id)) yield `pillar "${id}": is not in the ${list}`
    }
  }
}
