import { isSamePlace } from '@five-pillars/deck-kit/relay'
import type {
  Move,
  MoveAnswer,
  Position,
  PositionTold,
  ShownRun,
} from '@five-pillars/deck-kit/relay'

interface Standing {
  revision: number
  /** The revision with which the talk moved last; what came after it only said it more exactly. */
  movedAt: number
  position: Position | null
  /** Windows and phones that may move this deck and have it open. */
  movers: number
}

/**
 * Where the talk is, for all windows and phones that follow it. Nothing of it is kept: after a
 * restart the host's window says where it is, under another `epoch`.
 */
export class Relay {
  readonly #epoch: string
  readonly #decks = new Map<string, Standing>()
  readonly #listeners = new Set<() => void>()
  #current: string | null = null
  #shown: ShownRun | null = null

  /** @param epoch names this run of the console; random */
  constructor(epoch: string) {
    this.#epoch = epoch
  }

  /** The deck in which the talk moved last. */
  get current(): string | null {
    return this.#current
  }

  get shown(): ShownRun | null {
    return this.#shown
  }

  /**
   * Takes a move from who knew the move before it. Who wants to be where the talk is already is
   * answered as if they had moved it: two windows of one host say the same. A window that draws the
   * slide says how many clicks it has; that moves nobody, so who had not heard it yet moves on.
   */
  move({ deck, epoch, basis, position }: Move): MoveAnswer {
    const standing = this.#standing(deck)
    const there = standing.position
    const isThere = there !== null && isSamePlace(there, position)
    const isHeard = epoch === this.#epoch && basis >= standing.movedAt
    if (!isThere && !isHeard) return this.#answer(standing, false)
    const total = position.total ?? (isThere ? there.total : null)
    if (!isThere || total !== there.total) {
      standing.revision += 1
      if (there === null || !isSameAsDrawn(there, position)) standing.movedAt = standing.revision
      standing.position = { ...position, total }
      this.#current = deck
      this.#tell()
    }
    return this.#answer(standing, true)
  }

  /** How it stands with a deck, for somebody who is one of its movers or none. */
  told(deck: string, isMover: boolean): PositionTold {
    const { revision, position, movers } = this.#standing(deck)
    const isLed = movers > (isMover ? 1 : 0)
    return { kind: 'position', epoch: this.#epoch, revision, position, isLed }
  }

  /** Somebody who may move this deck has it open; returns the way to say that they closed it. */
  open(deck: string): () => void {
    const standing = this.#standing(deck)
    standing.movers += 1
    return () => {
      standing.movers -= 1
    }
  }

  /** Puts a run on top of everybody's slide; null takes it away. */
  show(run: ShownRun | null): void {
    this.#shown = run
    this.#tell()
  }

  /** Calls back after each change; returns the way to stop that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #standing(deck: string): Standing {
    const known = this.#decks.get(deck)
    if (known !== undefined) return known
    const standing: Standing = { revision: 0, movedAt: 0, position: null, movers: 0 }
    this.#decks.set(deck, standing)
    return standing
  }

  #answer({ revision, position }: Standing, isTaken: boolean): MoveAnswer {
    return { epoch: this.#epoch, revision, position, isTaken }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** Whether a window that draws the slide would have shown the one as the other. */
function isSameAsDrawn(asked: Position, { page, clicks, total }: Position): boolean {
  return asked.page === page && total !== null && Math.min(asked.clicks, total) === clicks
}
