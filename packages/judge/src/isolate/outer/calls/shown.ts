import { isTagged, textIn } from '../../../replay/coded.ts'
import type { Coded } from '../../../replay/recorded-calls.ts'

const CHARACTERS_MAX = 72
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/

/** How a value looks in a line of code. `nameOf` names what has no text of its own. */
export function shown(coded: Coded, nameOf: (number: number) => string): string {
  const text = textOf(coded, nameOf)
  return text.length > CHARACTERS_MAX ? `${text.slice(0, CHARACTERS_MAX - 1)}…` : text
}

function textOf(coded: Coded, nameOf: (number: number) => string): string {
  const inner = (part: Coded | undefined): string => textOf(part ?? null, nameOf)
  if (typeof coded !== 'object' || coded === null) return JSON.stringify(coded)
  if (!isTagged(coded)) {
    const members = Object.entries(coded).map(([key, part]) => `${keyText(key)}: ${inner(part)}`)
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
  }
  const [kind, first, ...rest] = coded
  const parts = (first === undefined ? [] : [first, ...rest]).map((part) => inner(part))
  switch (kind) {
    case 'u':
      return 'undefined'
    case 'n':
      return textIn(first)
    case 'b':
      return `${textIn(first)}n`
    case 'y':
      return `Symbol.${textIn(first)}`
    case 'd':
      return `Date(${inner(first)})`
    case 'a':
      return `[${parts.join(', ')}]`
    case 's':
      return `Set{${parts.join(', ')}}`
    case 'm':
      return `Map{${pairs(parts).join(', ')}}`
    case 'e':
      return `${textIn(first)}: ${textIn(rest[0])}`
    case 'r':
    case 'p':
      return typeof first === 'number' ? nameOf(first) : 'an object'
    case 'w':
      return 'a promise'
    case 'f':
      return textIn(rest[0]) || 'a function'
    case 'h':
      return membersText(rest[0])
  }
}

function pairs(parts: readonly string[]): string[] {
  return parts.flatMap((part, at) => (at % 2 === 0 ? [`${part} → ${parts[at + 1] ?? ''}`] : []))
}

/** `{ now, send }`: what it can do, not how. */
function membersText(members: Coded | undefined): string {
  if (typeof members !== 'object' || members === null || isTagged(members)) return 'the same object'
  return `{ ${Object.keys(members)
    .map((key) => keyText(key))
    .join(', ')} }`
}

function keyText(key: string): string {
  return IDENTIFIER.test(key) ? key : JSON.stringify(key)
}

/** `.pick`, `["two words"]`, `[Symbol.iterator]`. */
export function memberText(key: string | readonly ['y', string]): string {
  if (typeof key !== 'string') return `[Symbol.${key[1]}]`
  return IDENTIFIER.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
}
