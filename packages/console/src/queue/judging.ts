import type { Verdict } from '@five-pillars/judge'

import type { FairQueue, Waiting } from './fair-queue.ts'
import { JudgeGone } from './judge-link.ts'
import type { Judge } from './judge-link.ts'

/** A submission at which the judge ended so often is not judged: the next one has its turn. */
const ENDS_MAX = 5

/** How long nothing is judged after the judge or the disk failed. */
const REST_MS = 2000

/** How a submission's turn ended. */
export type Ending =
  | { readonly kind: 'judged'; readonly verdict: Verdict }
  | { readonly kind: 'not-judged'; readonly why: string }

export interface JudgingParts {
  readonly queue: FairQueue
  readonly judge: Judge
  readonly lanes: number
  /** What the judge needs of a submission. */
  jobOf(one: Waiting): { slug: string; exerciseDir: string; source: string }
  /** A submission, and all that are the same, are being judged now. */
  onTaken(all: readonly Waiting[]): void
  /** Keeps the end of all of them at once; throws where it cannot be kept. */
  onEnded(all: readonly Waiting[], ending: Ending): void
  /** Those are back in the line; one that a newer one has replaced is not. */
  onBack(all: readonly Waiting[]): void
  /** What keeps the judge from its work; null once it works again. */
  onTrouble(why: string | null): void
}

/**
 * The lanes in which submissions are judged. The same source is in one lane at most: whoever sends it
 * meanwhile gets the same verdict.
 * Invariant: each submission that was taken ends, or goes back into the line.
 */
export class Judging {
  readonly #parts: JudgingParts
  /** By key: all that wait for the verdict that is being made. */
  readonly #running = new Map<string, Waiting[]>()
  readonly #ends = new Map<string, number>()
  #rest: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(parts: JudgingParts) {
    this.#parts = parts
  }

  /** How many submissions are being judged. */
  get size(): number {
    return this.#running.values().reduce((sum, all) => sum + all.length, 0)
  }

  /** How many of them are of one exercise. */
  sizeOf(exercise: string): number {
    return this.#running
      .values()
      .reduce((sum, all) => sum + all.filter((one) => one.exercise === exercise).length, 0)
  }

  /** Whether the same source is being judged: then this one waits for that verdict. */
  joins(one: Waiting): boolean {
    const running = this.#running.get(one.key)
    running?.push(one)
    return running !== undefined
  }

  /** Fills the lanes; called whenever something waits. */
  fill(): void {
    while (!this.#isClosed && this.#rest === undefined && this.#running.size < this.#parts.lanes) {
      const one = this.#parts.queue.take()
      if (one === undefined) return
      const all = [one, ...this.#parts.queue.remove(({ key }) => key === one.key)]
      this.#running.set(one.key, all)
      this.#parts.onTaken(all)
      void this.#judge(one)
    }
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#rest)
  }

  async #judge(one: Waiting): Promise<void> {
    let trouble: string | undefined
    let ending: Ending | undefined
    try {
      const answered = await this.#parts.judge.judge(this.#parts.jobOf(one))
      if (answered.kind === 'judged') ending = answered
      else if (answered.kind === 'damaged') ending = { kind: 'not-judged', why: answered.why }
      else if (answered.kind === 'failed') trouble = answered.why
    } catch (error) {
      if (this.#isClosed) return
      if (error instanceof JudgeGone && error.hadBegun) ending = this.#endingAfter(one)
      else trouble = error instanceof Error ? error.message : String(error)
    }
    this.#settle(one, ending, trouble)
    this.fill()
  }

  /** Somebody may have ended the judge; one at which it always ends is ended itself. */
  #endingAfter({ id }: Waiting): Ending | undefined {
    const ends = (this.#ends.get(id) ?? 0) + 1
    this.#ends.set(id, ends)
    if (ends < ENDS_MAX) return undefined
    return { kind: 'not-judged', why: 'The judge ended at it again and again.' }
  }

  #settle(one: Waiting, ending: Ending | undefined, trouble: string | undefined): void {
    const all = this.#running.get(one.key) ?? []
    this.#running.delete(one.key)
    if (this.#isClosed) return
    try {
      if (ending !== undefined) {
        this.#parts.onEnded(all, ending)
        this.#ends.delete(one.id)
        this.#parts.onTrouble(null)
        return
      }
    } catch (error) {
      trouble = error instanceof Error ? error.message : String(error)
    }
    if (trouble !== undefined) this.#takeRest(trouble)
    this.#parts.onBack(all)
  }

  #takeRest(why: string): void {
    this.#parts.onTrouble(why)
    this.#rest = setTimeout(() => {
      this.#rest = undefined
      this.fill()
    }, REST_MS)
  }
}
