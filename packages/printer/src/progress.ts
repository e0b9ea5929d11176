/** How far the work on all decks is. */
export interface Progress {
  deck: string
  phase: 'open' | 'check' | 'print' | 'done'
  /** From 0 to 1, over all decks. */
  done: number
  message: string
}

/** What part of a deck's work is over when a phase begins; `open` grows with the slides. */
const BEGINS = { open: 0, check: 0.6, print: 0.7, done: 1 } as const

/** Adds up the progress of decks that are worked on at the same time. */
export class ProgressSum {
  readonly #shares = new Map<string, number>()
  readonly #decks: number
  readonly #report: ((progress: Progress) => void) | undefined

  constructor(decks: number, report: ((progress: Progress) => void) | undefined) {
    this.#decks = decks
    this.#report = report
  }

  /** `share` is how much of the phase is over, from 0 to 1. */
  tell(deck: string, phase: Progress['phase'], message: string, share = 0): void {
    const span = phase === 'open' ? BEGINS.check : 0
    this.#shares.set(deck, BEGINS[phase] + share * span)
    const sum = this.#shares.values().reduce((total, each) => total + each, 0)
    this.#report?.({ deck, phase, done: sum / this.#decks, message: `${deck}: ${message}` })
  }
}
