/**
 * What a spreadsheet takes for the beginning of a formula, also after blanks, and as East Asian
 * keyboards write it (OWASP, "CSV Injection").
 */
const FORMULA = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u

/** A mark that tells Excel that a file is UTF-8; everybody else reads past it. */
const BOM = '\uFEFF'

export type Cell = string | number | null

/** Rows as RFC 4180 has it. No text in it is a formula, whoever wrote it. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return BOM + rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')
}

function quoted(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",;\t\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
