import type { Submission } from '@five-pillars/room'

import type { BriefLink } from '../check/brief-link.ts'
import type { Checked } from '../check/create-runner.ts'
import type { Hint } from '../hints/hints.ts'
import type { Progress } from '../progress/progress.ts'
import type { RoomSign, RoomState } from '../room/room-state.ts'
import type { Version } from '../store/version.ts'
import type { Action } from './keys.ts'

/** What went wrong and the way out, as sentences. */
export interface Trouble {
  readonly text: string
  readonly fix: string
}

/** What fills the screen between the header and the keys. */
export type View =
  | { readonly kind: 'verdict' }
  | { readonly kind: 'hint'; readonly hint: Hint }
  | { readonly kind: 'brief'; readonly markdown: string; readonly link: BriefLink | null }
  | { readonly kind: 'progress' }
  /** All of the room, or what became of the submission of this exercise. */
  | { readonly kind: 'room' | 'submission' }
  | { readonly kind: 'text'; readonly title: string; readonly lines: readonly string[] }

/** Something that is decided by the learner alone. While it is open, no key does anything else. */
export type Question =
  | { readonly kind: 'reset' | 'catch-up' | 'skip' }
  | { readonly kind: 'restore'; readonly versions: readonly Version[] }
  | { readonly kind: 'go' }
  | { readonly kind: 'may-i-show'; readonly submission: string; readonly exercise: string }

/** All that the companion knows; a screen is made of it and of the size of the terminal. */
export interface State {
  /** The exercise that is worked on. It changes with an answer or a key, never by itself. */
  readonly slug: string
  readonly progress: Progress
  /** What the last check of this exercise came to; null before the first, or when it could not run. */
  readonly last: Checked | null
  /** Why the last check could not run. */
  readonly trouble: Trouble | null
  /** Exercise that is checked at this moment. */
  readonly running: string | null
  /** The file has changed since that check began: there is one more to come. */
  readonly isDue: boolean
  readonly view: View
  /** First line of it that is shown, when not all of them fit; null where it begins. */
  readonly top: number | null
  /** Somebody began to read while the check ran: its verdict does not push that away. */
  readonly isReading: boolean
  /** One sentence above the keys. */
  readonly note: string | null
  readonly question: Question | null
  /** Null where the learner is in no room. */
  readonly room: RoomState | null
  readonly isOver: boolean
}

export type Event =
  | { readonly kind: 'action'; readonly action: Action }
  /** The learner's file was written, or is gone. */
  | { readonly kind: 'changed'; readonly slug: string }
  | { readonly kind: 'checked'; readonly slug: string; readonly checked: Checked }
  | { readonly kind: 'not-checked'; readonly slug: string; readonly trouble: Trouble }
  | { readonly kind: 'view'; readonly slug: string; readonly view: View }
  | { readonly kind: 'progress'; readonly progress: Progress }
  /** Something was done, or could not be. */
  | { readonly kind: 'told'; readonly note: string }
  | { readonly kind: 'versions'; readonly slug: string; readonly versions: readonly Version[] }
  /** Null: no answer. */
  | { readonly kind: 'answered'; readonly answer: string | null }
  | { readonly kind: 'scrolled'; readonly top: number }
  | { readonly kind: 'room'; readonly sign: RoomSign }

/** What is done outside: each of them ends in an event. */
export type Effect =
  | { readonly kind: 'check'; readonly slug: string }
  /** Keeps what the learner's file holds now, without a check. */
  | { readonly kind: 'keep'; readonly slug: string }
  | { readonly kind: 'watch'; readonly slug: string }
  | { readonly kind: 'open'; readonly slug: string }
  | { readonly kind: 'skip'; readonly slug: string }
  | { readonly kind: 'brief'; readonly slug: string; readonly link: BriefLink | null }
  | { readonly kind: 'hint'; readonly slug: string }
  /** The host gave it: it comes before the next one. */
  | { readonly kind: 'given-hint'; readonly slug: string; readonly level: number }
  | { readonly kind: 'diagram'; readonly slug: string }
  | { readonly kind: 'replay'; readonly slug: string; readonly token: string }
  | { readonly kind: 'versions'; readonly slug: string }
  | { readonly kind: 'restore'; readonly slug: string; readonly number: number }
  | { readonly kind: 'reset'; readonly slug: string }
  | { readonly kind: 'catch-up'; readonly slug: string }
  | { readonly kind: 'ask'; readonly question: Question }
  /** Looks whether there is a room by now. */
  | { readonly kind: 'look-for-room' }
  | { readonly kind: 'submit'; readonly slug: string }
  | { readonly kind: 'hand'; readonly slug: string; readonly isRaised: boolean }
  | { readonly kind: 'attempt'; readonly checked: Checked }
  | { readonly kind: 'released-hint'; readonly slug: string; readonly level: number }
  | { readonly kind: 'graded'; readonly slug: string; readonly submission: Submission }
  | { readonly kind: 'leave-to-show'; readonly submission: string; readonly isGiven: boolean }
  | { readonly kind: 'end' }

export interface Step {
  readonly state: State
  readonly effects: readonly Effect[]
}
