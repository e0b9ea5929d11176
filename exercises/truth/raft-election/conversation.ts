const LINES_MAX = 6

/**
 * A promise that did not hold: the message is what the learner reads. It is not the one of
 * `@five-pillars/suite`, so that the bench needs nothing but the simulator.
 */
export class BrokenPromise extends Error {
  override name = 'BrokenPromise'
}

/** What a node heard and said, line by line. */
export class Conversation {
  readonly #lines: { text: string; times: number }[] = []

  tell(text: string): void {
    const last = this.#lines.at(-1)
    if (last?.text === text) last.times++
    else this.#lines.push({ text, times: 1 })
  }

  /** The last lines, the same one after the other counted instead of repeated. */
  get text(): string {
    const lines = this.#lines.map(({ text, times }) => (times === 1 ? text : `${text} (${times}×)`))
    const left = lines.length - LINES_MAX
    const shown = left > 0 ? [`… ${left + 1} more`, ...lines.slice(1 - LINES_MAX)] : lines
    return shown.map((line) => `  ${line}`).join('\n')
  }
}
