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

  /** Slides come and ask for more: what was told once is not taken back. */
  tellOpen(deck: string, ready: number, states: number): void {
    const share = states === 0 ? 0 : ready / states
    const message = states === 0 ? 'opening' : `${ready} of ${states} click states`
    this.#add(deck, 'open', share * BEGINS.check, message)
  }

  tell(deck: string, phase: Exclude<Progress['phase'], 'open'>, message: string): void {
    this.#add(deck, phase, BEGINS[phase], message)
  }

  #add(deck: string, phase: Progress['phase'], share: number, message: string): void {
    this.#shares.set(deck, Math.max(share, this.#shares.get(deck) ?? 0))
    const sum = this.#shares.values().reduce((total, each) => total + each, 0)
    this.#report?.({ deck, phase, done: sum / this.#decks, message: `${deck}: ${message}` })
  }
}
