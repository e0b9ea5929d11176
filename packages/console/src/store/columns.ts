import type { Row } from './database.ts'

/** A column that holds a text. */
export function textIn(row: Row, column: string): string {
  const value = row[column]
  if (typeof value === 'string') return value
  throw new TypeError(`column "${column}" holds ${typeof value} and no text`)
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textIn(row, column)
}

/** A column that holds a number. */
export function numberIn(row: Row, column: string): number {
  const value = row[column]
  if (typeof value === 'number') return value
  throw new TypeError(`column "${column}" holds ${typeof value} and no number`)
}
