import type { Asked } from './choices.ts'
import type { Event, State } from './state.ts'

/** Who is told what is typed. */
export interface Ears {
  readonly on: (event: Event) => void
  /** Nothing more will be typed. */
  readonly onEnd: () => void
  /** Resolves when nothing is being done but asking. */
  readonly idle: () => Promise<void>
}

/** Where a learner sees the companion and presses its keys: a screen, or lines of text. */
export interface Face {
  /** From now on what is typed becomes events. */
  listen(ears: Ears): void
  show(state: State): void
  /** @returns null where no answer was given */
  ask(asked: Asked): Promise<string | null>
  /** Gives the terminal back as it was. */
  close(lastWords: readonly string[]): void
}
