/** Places change with each turn of somebody else: as often as this, those who wait are told theirs. */
const SPACING_MS = 1000

export interface PlacesParts {
  /** Ids of all that wait, in no order that means anything. */
  readonly waiting: () => readonly string[]
  readonly place: (id: string) => number | undefined
  readonly tell: (id: string) => void
}

/** Tells those who wait where they stand, when that has changed and not more often than they can see. */
export class Places {
  readonly #parts: PlacesParts
  /** What each was told last. */
  #told = new Map<string, number>()
  #isPlanned = false

  constructor(parts: PlacesParts) {
    this.#parts = parts
  }

  /** The line has changed. */
  changed(): void {
    if (this.#isPlanned) return
    this.#isPlanned = true
    setTimeout(() => this.#tellAll(), SPACING_MS).unref()
  }

  #tellAll(): void {
    this.#isPlanned = false
    const told = new Map<string, number>()
    for (const id of this.#parts.waiting()) {
      const place = this.#parts.place(id)
      if (place === undefined) continue
      told.set(id, place)
      if (this.#told.get(id) !== place) this.#parts.tell(id)
    }
    this.#told = told
  }
}
