import type { Verdict } from '@five-pillars/judge'

import { NotKept } from '../store/database.ts'
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
    const { ending, trouble } = await this.#answered(one)
    if (this.#isClosed) return
    if (ending === undefined) {
      if (trouble !== undefined) this.#takeRest(trouble)
      this.#parts.onBack(this.#release(one))
    } else {
      await this.#keep(one, ending)
    }
    this.fill()
  }

  async #answered(one: Waiting): Promise<{ ending?: Ending; trouble?: string }> {
    try {
      const answered = await this.#parts.judge.ask({ kind: 'judge', ...this.#parts.jobOf(one) })
      switch (answered.kind) {
        case 'judged':
          this.#parts.onTrouble(null)
          return { ending: answered }
        case 'damaged':
          return { ending: { kind: 'not-judged', why: answered.why } }
        case 'failed':
          return { trouble: answered.why }
        case 'begun':
        case 'traced':
        case 'day':
          return { trouble: `The judge answered with "${answered.kind}".` }
      }
    } catch (error) {
      if (error instanceof JudgeGone && error.hadBegun) return this.#afterEnd(one)
      return { trouble: error instanceof Error ? error.message : String(error) }
    }
  }

  /** The lane waits until the end is kept: what was judged is not judged again for a full disk. */
  async #keep(one: Waiting, ending: Ending): Promise<void> {
    while (!this.#isClosed) {
      try {
        this.#parts.onEnded(this.#running.get(one.key) ?? [], ending)
        this.#release(one)
        this.#ends.delete(one.id)
        return
      } catch (error) {
        if (!(error instanceof NotKept)) throw error
      }
      await new Promise((resolve) => setTimeout(resolve, REST_MS).unref())
    }
  }

  #release({ key }: Waiting): readonly Waiting[] {
    const all = this.#running.get(key) ?? []
    this.#running.delete(key)
    return all
  }

  /** Somebody may have ended the judge; one at which it always ends is ended itself. */
  #afterEnd({ id }: Waiting): { ending?: Ending } {
    const ends = (this.#ends.get(id) ?? 0) + 1
    this.#ends.set(id, ends)
    if (ends < ENDS_MAX) return {}
    return { ending: { kind: 'not-judged', why: 'The judge ended at it again and again.' } }
  }

  #takeRest(why: string): void {
    this.#parts.onTrouble(why)
    this.#rest = setTimeout(() => {
      this.#rest = undefined
      this.fill()
    }, REST_MS)
  }
}
