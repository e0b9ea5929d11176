import type { Database, Row } from '../store/database.ts'
import { textIn } from '../store/columns.ts'

/**
 * What is of the room and of nobody in it. A table, or a document, that is not here is about persons:
 * so is whatever is added and forgotten to be thought of here.
 */
const KEPT_DOCUMENTS = ['room', 'address', 'agenda', 'clock', 'leaderboard'] as const
const KEPT_ROWS: Readonly<Record<string, string>> = {
  documents: `key IN (${KEPT_DOCUMENTS.map((key) => `'${key}'`).join(', ')})`,
}

/** Texts shorter than this are found anywhere by chance. */
const SHORTEST = 4
/** Of a long text a piece is enough, and of a verdict there is much. */
const LONGEST = 200

/** Every text about a person that is in the room now, for somebody who looks for them later. */
export function personalTexts(db: Database): Set<string> {
  const texts = tablesOf(db).flatMap((table) =>
    db.rows(`SELECT * FROM "${table}" WHERE NOT (${keptIn(table)})`).flatMap(textsIn),
  )
  const long = texts.filter((text) => Buffer.byteLength(text) >= SHORTEST)
  return new Set(long.map((text) => beginningOf(text)))
}

/** Never ends in half a character, which would be found nowhere. */
function beginningOf(text: string): string {
  const cut = text.slice(0, LONGEST)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}

/** Every text that is in the room still, and what its tables are called. */
export function keptText(db: Database): string {
  const schema = db.rows('SELECT name, sql FROM sqlite_schema').flatMap(textsIn)
  const rows = tablesOf(db).flatMap((table) => db.rows(`SELECT * FROM "${table}"`).flatMap(textsIn))
  return [...schema, ...rows].join('\n')
}

/**
 * Deletes all rows that are about persons; inside `write` only.
 *
 * @returns how many of each table
 */
export function forgetRows(db: Database): Record<string, number> {
  const tables = tablesOf(db)
  // Rows point at each other: whoever looks when all is done finds none that points at nothing.
  db.run('PRAGMA defer_foreign_keys = ON')
  const counts = tables.map((table): [string, number] => [
    table,
    db.run(`DELETE FROM "${table}" WHERE NOT (${keptIn(table)})`),
  ])
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

function tablesOf(db: Database): string[] {
  return db
    .rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .map((row) => textIn(row, 'name'))
}

function keptIn(table: string): string {
  return KEPT_ROWS[table] ?? 'FALSE'
}

function textsIn(row: Row): string[] {
  return Object.values(row).flatMap((value) => {
    if (typeof value === 'string') return [value]
    return value instanceof Uint8Array ? [Buffer.from(value).toString('utf8')] : []
  })
}
