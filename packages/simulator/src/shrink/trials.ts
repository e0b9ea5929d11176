import type { RunOptions, SettledRun } from '../scenario/plan.ts'
import type { Report } from '../scenario/report.ts'

/** Tries smaller runs, and counts them. */
export class Trials {
  readonly #run: (options: RunOptions) => Report | Promise<Report>
  readonly #rule: string
  readonly #most: number
  count = 0
  /** When the rule was broken in the last run that broke it, in virtual milliseconds. */
  brokenAt: number | undefined

  constructor(run: (options: RunOptions) => Report | Promise<Report>, rule: string, most: number) {
    this.#run = run
    this.#rule = rule
    this.#most = most
  }

  get isSpent(): boolean {
    return this.count >= this.#most
  }

  /** Whether a run breaks the same rule; when the budget is spent, nothing does. */
  async fails(run: SettledRun): Promise<boolean> {
    if (this.isSpent) return false
    this.count++
    const { findings } = await this.#run(run)
    const finding = findings.find(({ rule }) => rule === this.#rule)
    if (finding !== undefined) this.brokenAt = finding.at
    return finding !== undefined
  }
}
