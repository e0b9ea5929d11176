/** What a key does in the player. */
export type Command =
  | {
      readonly kind:
        | 'toggle'
        | 'back'
        | 'forward'
        | 'start'
        | 'slower'
        | 'faster'
        | 'leave'
        | 'undo'
    }
  /** Chooses an answer to the question, from 0. */
  | { readonly kind: 'choose'; readonly option: number }

/** Where the focus is: on a button, in a field that takes keys itself, or anywhere else. */
export type Focus = 'button' | 'field' | 'elsewhere'

export type KeyAnswer =
  /** The player's: it acts, and nobody else hears of it. */
  | { readonly kind: 'command'; readonly command: Command }
  /** The focused element's own: nobody else hears of it. */
  | { readonly kind: 'own' }
  /** Not for the player: the deck may have it. */
  | { readonly kind: 'pass' }

const COMMANDS: Readonly<Record<string, Command>> = {
  ' ': { kind: 'toggle' },
  ArrowLeft: { kind: 'back' },
  ArrowRight: { kind: 'forward' },
  Home: { kind: 'start' },
  '-': { kind: 'slower' },
  '+': { kind: 'faster' },
  '=': { kind: 'faster' },
  u: { kind: 'undo' },
}

/** Keys of remote controls, which change the slide wherever the focus is. */
const REMOTE = new Set(['PageUp', 'PageDown'])

/**
 * What a key means while the player has the focus. Slidev changes slides by the same keys, so that
 * each is taken by one of the two and never by both.
 */
export function answerKey(key: string, focus: Focus): KeyAnswer {
  if (key === 'Escape') return { kind: 'command', command: { kind: 'leave' } }
  if (REMOTE.has(key) || key === 'Tab') return { kind: 'pass' }
  if (focus === 'field') return { kind: 'own' }
  if (focus === 'button' && (key === ' ' || key === 'Enter')) return { kind: 'own' }
  if (/^[1-9]$/.test(key)) {
    return { kind: 'command', command: { kind: 'choose', option: Number(key) - 1 } }
  }
  const command = COMMANDS[key]
  return command === undefined ? { kind: 'pass' } : { kind: 'command', command }
}
