import { printable } from './printable.ts'
import { wrapText } from './wrap-text.ts'

/** What Mermaid reads as itself wherever it stands in a text. */
const PLAIN = /[\p{L}\p{N} .,()'?!=|→…×–_-]/u
const BREAK = '<br/>'

/**
 * Text as Mermaid reads it: everything that could mean something to it is an entity, such as
 * `#59;` for a semicolon. So is the first letter of the word `end`, at which some versions stop.
 */
export function mermaidText(text: string): string {
  const words = printable(text).split(/(?<=\P{L})(?=\p{L})|(?<=\p{L})(?=\P{L})/u)
  return words.map((word) => (/^end$/i.test(word) ? hidden(word) : escaped(word))).join('')
}

/** Text in lines of about `columns` characters. */
export function mermaidLines(text: string, columns: number): string {
  return wrapText(text, columns).map(mermaidText).join(BREAK)
}

/** Words that begin or are a part of a statement: no names for participants. */
const RESERVED = new Set(
  (
    'accDescr accTitle activate actor alt and as autonumber box break classDef create critical ' +
    'deactivate destroy details else end left link links loop note off opt option over par ' +
    'participant properties rect right sequenceDiagram style title'
  )
    .toLowerCase()
    .split(' '),
)

/** Whether a word means something to Mermaid, in whatever case. */
export function isReserved(word: string): boolean {
  return RESERVED.has(word.toLowerCase())
}

function hidden(word: string): string {
  const [first = '', ...rest] = word
  return `${entity(first)}${rest.join('')}`
}

function escaped(word: string): string {
  return Array.from(word)
    .map((each) => (PLAIN.test(each) ? each : entity(each)))
    .join('')
}

function entity(character: string): string {
  return `#${character.codePointAt(0) ?? 0};`
}
