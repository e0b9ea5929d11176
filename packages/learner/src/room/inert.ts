import { stripVTControlCharacters } from 'node:util'

/** Characters that a terminal obeys instead of showing them, but for line ends and tabs. */
const OBEYED = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu

/** A text that came from another machine, so that it can be shown in a terminal. */
function inert(text: string): string {
  return stripVTControlCharacters(text).replaceAll(OBEYED, '')
}

/**
 * What a JSON text says, every text in it inert.
 *
 * @throws SyntaxError
 */
export function parseInert(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? inert(value) : value))
}
