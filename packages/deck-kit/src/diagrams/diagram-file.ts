import { createHash } from 'node:crypto'

export type Scheme = 'light' | 'dark'

/** What the drawing of a diagram depends on besides its text; a change draws all of them anew. */
const STYLE_VERSION = 2

/** Name of the diagram's drawing in the deck's `.diagrams` folder. */
export function diagramFile(code: string, scheme: Scheme): string {
  const hash = createHash('sha256')
    .update(`${STYLE_VERSION}\n${normalize(code)}`)
    .digest('hex')
  return `${hash.slice(0, 24)}.${scheme}.svg`
}

/** A checkout with CRLF must find the drawing that LF made. */
export function normalize(code: string): string {
  return code.replaceAll('\r\n', '\n').trim()
}
