import type { Move } from './dialog.ts'

export type Pressed =
  | { readonly kind: 'choose'; readonly index: number }
  | { readonly kind: 'go'; readonly by: 'up' | 'down' | 'page-up' | 'page-down' | 'top' | 'end' }
  | { readonly kind: 'take' | 'quit' }
  | { readonly kind: 'move'; readonly move: Move }

/** The keys beside numbers and arrows, in the order in which the screen names them. */
export const letters = [
  { key: 'b', word: 'back', pressed: { kind: 'move', move: 'back' } },
  { key: 'r', word: 'restart', pressed: { kind: 'move', move: 'restart' } },
  { key: 'q', word: 'quit', pressed: { kind: 'quit' } },
] as const satisfies readonly { key: string; word: string; pressed: Pressed }[]

const NAMED: Readonly<Record<string, Pressed>> = {
  '\r': { kind: 'take' },
  '\n': { kind: 'take' },
  '\u001B[A': { kind: 'go', by: 'up' },
  '\u001BOA': { kind: 'go', by: 'up' },
  '\u001B[B': { kind: 'go', by: 'down' },
  '\u001BOB': { kind: 'go', by: 'down' },
  '\u001B[5~': { kind: 'go', by: 'page-up' },
  '\u001B[6~': { kind: 'go', by: 'page-down' },
  ' ': { kind: 'go', by: 'page-down' },
  '\u001B[H': { kind: 'go', by: 'top' },
  '\u001B[1~': { kind: 'go', by: 'top' },
  '\u001B[F': { kind: 'go', by: 'end' },
  '\u001B[4~': { kind: 'go', by: 'end' },
  // To the left, where the question before is; Backspace, as in a browser of old.
  '\u001B[D': { kind: 'move', move: 'back' },
  '\u001BOD': { kind: 'move', move: 'back' },
  '\u007F': { kind: 'move', move: 'back' },
  '\b': { kind: 'move', move: 'back' },
  '\u001B': { kind: 'quit' },
  '\u0003': { kind: 'quit' },
  '\u0004': { kind: 'quit' },
}

// A key is a letter, or an escape sequence; what is pasted is a row of them.
// eslint-disable-next-line no-control-regex -- keys are control characters
const KEYS = /\u001B(?:\[[\d;]*[A-Za-z~]|O[A-Z])|\u001B|[\s\S]/gu

/** In a chunk of more keys none counts but those that leave: what is pasted answers nothing. */
const KEYS_MAX = 4

/** The keys in what a terminal in raw mode sent. */
export function keysIn(chunk: string): readonly Pressed[] {
  const found = [...chunk.matchAll(KEYS)].map(([key]) => key)
  if (found.includes('\u0003') || found.includes('\u0004')) return [{ kind: 'quit' }]
  return found.length > KEYS_MAX ? [] : found.flatMap((key) => pressedOf(key) ?? [])
}

/** What a line means where there is no terminal: a number, a letter or its word. */
export function pressedBy(line: string): Pressed | undefined {
  const word = line.trim().toLowerCase()
  if (/^\d+$/.test(word)) return { kind: 'choose', index: Number(word) - 1 }
  return letters.find((each) => each.key === word || each.word === word)?.pressed
}

function pressedOf(key: string): Pressed | undefined {
  if (/^[1-9]$/.test(key)) return { kind: 'choose', index: Number(key) - 1 }
  return NAMED[key] ?? letters.find((each) => each.key === key.toLowerCase())?.pressed
}
