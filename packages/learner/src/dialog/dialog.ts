import type { Screen } from '../format/style.ts'

/** Something that can be answered. */
interface Choice {
  readonly label: string
  /** What speaks for it, in small. */
  readonly note?: string
}

/** What is shown at one moment of a dialog: something to answer, or something to read. */
export interface Page {
  readonly title: string
  /** Where one is, at the right of the title. */
  readonly place: string
  /** Paragraphs before the choices. */
  readonly above: readonly string[]
  /** None: there is nothing more to answer. */
  readonly choices: readonly Choice[]
  /** Lines that are as wide as the screen already; they can be scrolled. */
  readonly text: readonly string[]
}

/** A way through a dialog beside its answers. */
export type Move = 'back' | 'restart'

/**
 * Questions and answers at a terminal, as a pure step from one state to the next. Time comes in as
 * an argument; a dialog that has none does not look at it.
 */
export interface Dialog<State> {
  readonly start: State
  /** Whether the page changes by itself, so that it is drawn each second. */
  readonly hasClock: boolean
  page(state: State, screen: Screen, nowMs: number): Page
  /** @param index of one of the page's choices */
  choose(state: State, index: number, nowMs: number): State
  move(state: State, move: Move, nowMs: number): State
  /** What stays in the terminal once the dialog is left: what it came to, or how to go on. */
  lastWords(state: State, screen: Screen): string
}
