import { createHash } from 'node:crypto'

export type Scheme = 'light' | 'dark'

/** What the drawing of a diagram depends on besides its text; a change draws all of them anew. */
const STYLE_VERSION = 5

/** Stands for a diagram wherever its text does not: its drawings' names begin with it. */
export function diagramId(code: string): string {
  return createHash('sha256')
    .update(`${STYLE_VERSION}\n${normalize(code)}`)
    .digest('hex')
    .slice(0, 24)
}

/** Name of the diagram's drawing in the deck's `.diagrams` folder. */
export function diagramFile(code: string, scheme: Scheme): string {
  return `${diagramId(code)}.${scheme}.svg`
}

/** A checkout with CRLF must find the drawing that LF made. */
export function normalize(code: string): string {
  return code.replaceAll('\r\n', '\n').trim()
}
