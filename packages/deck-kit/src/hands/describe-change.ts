import { timeText } from '../player/time-text.ts'
import type { Change, Which } from './change.ts'

/** One change in words, as it stands in the list: `lose “vote?” a → b`. */
export function describeChange(change: Change): string {
  switch (change.kind) {
    case 'cut':
    case 'mend':
      return `${change.kind} ${change.a} – ${change.b}`
    case 'lose':
      return `lose ${messageText(change.message)}`
    case 'delay':
      return `${messageText(change.message)}, ${lateText(change.byMs)}`
  }
}

/** `“vote?” a → b`. */
export function messageText({ label, from, to, isCopy }: Which): string {
  return `${label === '' ? 'message' : `“${label}”`} ${from} → ${to}${isCopy ? ' (copy)' : ''}`
}

/** `50 ms late`. */
export function lateText(byMs: number): string {
  return `${timeText(byMs, Infinity)} late`
}
