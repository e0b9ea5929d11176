import type { Frame } from './screen.ts'
import { actionOf, keys } from './keys.ts'
import type { Event } from './state.ts'

type Scroll = 'up' | 'down' | 'page-up' | 'page-down' | 'top' | 'end'
export type Pressed =
  | { readonly kind: 'scroll'; readonly scroll: Scroll }
  | Extract<Event, { kind: 'action' }>

const NAMED: Readonly<Record<string, Scroll>> = {
  '\u001B[A': 'up',
  '\u001BOA': 'up',
  '\u001B[B': 'down',
  '\u001BOB': 'down',
  '\u001B[5~': 'page-up',
  '\u001B[6~': 'page-down',
  ' ': 'page-down',
  '\u001B[H': 'top',
  '\u001B[1~': 'top',
  '\u001B[F': 'end',
  '\u001B[4~': 'end',
}

// A key is a letter, or an escape sequence; what is pasted is a row of them.
// eslint-disable-next-line no-control-regex -- keys are control characters
const KEYS = /\u001B(?:\[[\d;]*[A-Za-z~]|O[A-Z])|\u001B|[\s\S]/gu

/** In a chunk of more keys only those count that scroll: what is pasted by mistake presses nothing. */
const KEYS_MAX = 4

/** The keys in what a terminal in raw mode sent. Ctrl-C and Ctrl-D end the day. */
export function keysIn(chunk: string): readonly Pressed[] {
  const found = [...chunk.matchAll(KEYS)].map(([key]) => key)
  if (found.includes('\u0003') || found.includes('\u0004'))
    return [{ kind: 'action', action: 'quit' }]
  const pressed = found.flatMap((key) => pressedOf(key) ?? [])
  return found.length > KEYS_MAX ? pressed.filter(({ kind }) => kind === 'scroll') : pressed
}

function pressedOf(key: string): Pressed | undefined {
  const scroll = NAMED[key]
  if (scroll !== undefined) return { kind: 'scroll', scroll }
  if (key === '\u001B') return { kind: 'action', action: 'back' }
  if (key === '\r' || key === '\n') return { kind: 'action', action: 'check' }
  if (!keys.some((known) => known.key === key.toLowerCase())) return undefined
  const action = actionOf(key)
  return action && { kind: 'action', action }
}

/** Where the middle of the screen begins after that key, in lines from its start. */
export function scrolledTo({ top, room, length }: Frame, scroll: Scroll): number {
  const by = {
    up: -1,
    down: 1,
    'page-up': -(room - 1),
    'page-down': room - 1,
    top: -length,
    end: length,
  } as const
  return Math.min(Math.max(0, top + by[scroll]), Math.max(0, length - room))
}
