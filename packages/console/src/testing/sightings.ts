import type { RoomView } from '../view.ts'
import type { SubmissionRow } from './room-rows.ts'

/** What somebody who looks at the board saw when. */
export class Sightings {
  /** Of each view: when the console made it, and when it had come. */
  readonly #views: { readonly at: number; readonly cameAt: number }[] = []
  /** When a cell was seen first, by learner and exercise. */
  readonly #cells = new Map<string, number>()
  /** When the verdict of a submission was seen first. */
  readonly #judged = new Map<string, number>()

  look(view: RoomView, cameAt: number): void {
    this.#views.push({ at: view.at, cameAt })
    for (const { id, cells } of view.learners) {
      for (const [index, cell] of cells.entries()) {
        if (cell === null) continue
        const key = `${id} ${view.exercises[index]?.slug}`
        if (!this.#cells.has(key)) this.#cells.set(key, cameAt)
        if (cell.submission !== null && !this.#judged.has(cell.submission)) {
          this.#judged.set(cell.submission, cameAt)
        }
      }
    }
  }

  /**
   * How long each event took until it was seen.
   *
   * @param rows all submissions, oldest first
   * @param until events after that are not counted: nobody looks any more
   */
  latencies(
    rows: readonly SubmissionRow[],
    until: number,
  ): { queuedMs: readonly number[]; judgedMs: readonly number[]; unseen: readonly string[] } {
    const queuedMs: number[] = []
    const judgedMs: number[] = []
    const unseen: string[] = []
    const judgedByCell = Map.groupBy(
      rows.filter(({ standing }) => standing === 'judged'),
      keyOf,
    )
    for (const row of rows) {
      const { id, sentAt, settledAt, standing } = row
      if (sentAt < until) {
        const seenAt = this.#queuedAt(row)
        if (seenAt === undefined) unseen.push(`${id} queued`)
        else queuedMs.push(seenAt - sentAt)
      }
      if (standing === 'judged' && settledAt !== null && settledAt < until) {
        const seenAt = this.#judgedAt(row, judgedByCell.get(keyOf(row)) ?? [])
        if (seenAt === undefined) unseen.push(`${id} judged`)
        else judgedMs.push(seenAt - settledAt)
      }
    }
    return { queuedMs, judgedMs, unseen }
  }

  /** A view shows all that was true when it was made; the first one of a cell is seen as such. */
  #queuedAt(row: SubmissionRow): number | undefined {
    const view = this.#views.find(({ at }) => at >= row.sentAt)
    const cell = this.#cells.get(keyOf(row))
    return view === undefined || cell === undefined ? undefined : Math.max(view.cameAt, cell)
  }

  /** The board has the newest verdict of a cell: one that came with a newer one was seen with it. */
  #judgedAt({ seq }: SubmissionRow, ofCell: readonly SubmissionRow[]): number | undefined {
    const seen = ofCell
      .filter((row) => row.seq >= seq)
      .flatMap(({ id }) => this.#judged.get(id) ?? [])
    return seen.length === 0 ? undefined : Math.min(...seen)
  }
}

function keyOf({ learner, exercise }: SubmissionRow): string {
  return `${learner} ${exercise}`
}
