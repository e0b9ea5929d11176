import { timeText } from '../player/time-text.ts'
import type { Change, Which } from './change.ts'

/** One change in words, as it stands in the list: `lose a → b “vote?”`. */
export function describeChange(change: Change): string {
  switch (change.kind) {
    case 'cut':
    case 'mend':
      return `${change.kind} ${change.a} – ${change.b}`
    case 'lose':
      return `lose ${messageText(change.message)}`
    case 'delay':
      return `${lateText(change.byMs)}: ${messageText(change.message)}`
  }
}

/** `a → b “vote?”`: what it says comes last, and is cut off first. */
export function messageText({ label, from, to, isCopy }: Which): string {
  return `${from} → ${to}${isCopy ? ' (copy)' : ''}${label === '' ? '' : ` “${label}”`}`
}

/** `50 ms late`. */
export function lateText(byMs: number): string {
  return `${timeText(byMs, Infinity)} late`
}
