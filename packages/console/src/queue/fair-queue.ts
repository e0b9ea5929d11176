/** What waits: one submission, as much of it as the order needs. */
export interface Waiting {
  readonly id: string
  readonly learner: string
  readonly exercise: string
  /** Of the source, the exercise, the kit and the seed: the same is judged once. */
  readonly key: string
}

/**
 * The line in which submissions wait: learners take turns, whoever was served goes to its end, and of
 * one learner and exercise only the newest one waits.
 * Invariant: each learner in the line has at least one submission, and stands in it once.
 */
export class FairQueue {
  /** In the order of their next turns; a Map keeps the order in which keys were put in. */
  readonly #lines = new Map<string, Waiting[]>()

  get size(): number {
    return this.#lines.values().reduce((sum, line) => sum + line.length, 0)
  }

  /** Puts a submission in the line, and returns the one whose place it takes. */
  add(one: Waiting): Waiting | undefined {
    const line = this.#lines.get(one.learner)
    if (line === undefined) {
      this.#lines.set(one.learner, [one])
      return undefined
    }
    const index = line.findIndex(({ exercise }) => exercise === one.exercise)
    if (index === -1) line.push(one)
    const [older] = index === -1 ? [] : line.splice(index, 1, one)
    return older
  }

  /** The one of the same learner and exercise that waits now. */
  sameAs({ learner, exercise }: Waiting): Waiting | undefined {
    return this.#lines.get(learner)?.find((one) => one.exercise === exercise)
  }

  /**
   * Puts one back that was taken and came to no end: its learner is the next one again. Where a newer
   * one of the same exercise waits by now, that one stays, and is returned.
   */
  putBack(one: Waiting): Waiting | undefined {
    const newer = this.sameAs(one)
    const line = this.#lines.get(one.learner) ?? []
    const others = [...this.#lines].filter(([learner]) => learner !== one.learner)
    this.#lines.clear()
    this.#lines.set(one.learner, newer === undefined ? [one, ...line] : line)
    for (const [learner, waiting] of others) this.#lines.set(learner, waiting)
    return newer
  }

  /** Takes the one whose turn it is; its learner goes to the end of the line. */
  take(): Waiting | undefined {
    for (const [learner, line] of this.#lines) {
      const one = line.shift()
      this.#lines.delete(learner)
      if (line.length > 0) this.#lines.set(learner, line)
      return one
    }
    return undefined
  }

  /** Takes all out for which `isMeant` holds: they need no turn any more. */
  remove(isMeant: (one: Waiting) => boolean): Waiting[] {
    const removed: Waiting[] = []
    for (const [learner, line] of this.#lines) {
      const left = line.filter((one) => !isMeant(one))
      removed.push(...line.filter(isMeant))
      if (left.length === 0) this.#lines.delete(learner)
      else line.splice(0, line.length, ...left)
    }
    return removed
  }

  /** From 1: how many turns it takes until this one is taken; undefined where it does not wait. */
  place(id: string): number | undefined {
    const lines = [...this.#lines.values()]
    const own = lines.findIndex((line) => line.some((one) => one.id === id))
    const round = lines[own]?.findIndex((one) => one.id === id)
    if (round === undefined) return undefined
    // Whoever stands before its learner has one more turn until then than whoever stands behind.
    return lines.reduce(
      (sum, line, index) => sum + Math.min(line.length, index <= own ? round + 1 : round),
      0,
    )
  }

  /** All that wait, in no order that means anything. */
  all(): readonly Waiting[] {
    return [...this.#lines.values()].flat()
  }
}
