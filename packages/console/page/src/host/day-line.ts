import type { BlockView } from '../../../src/view.ts'

/** A block on the line of the day, from 0 to 100. */
interface LineBlock {
  readonly block: BlockView
  readonly from: number
  readonly width: number
}

/** The day as one line, to scale; dropped blocks take no room. */
export interface DayLine {
  readonly blocks: readonly LineBlock[]
  /** Where the plan would be now, and where the day is; null outside of the day. */
  readonly planned: number | null
  readonly now: number | null
}

/**
 * @param now the console's time
 */
export function dayLine(blocks: readonly BlockView[], now: number): DayLine {
  const kept = blocks.filter(({ state }) => state !== 'dropped')
  const first = kept[0]
  const last = kept.at(-1)
  if (first === undefined || last === undefined) return { blocks: [], planned: null, now: null }
  const begins = first.beginsAt
  const span = Math.max(1, last.endsAt - begins)
  const place = (at: number): number | null => {
    const percent = (100 * (at - begins)) / span
    return percent < 0 || percent > 100 ? null : percent
  }
  const current = kept.find(({ state }) => state === 'now')
  return {
    blocks: kept.map((block) => ({
      block,
      from: (100 * (block.beginsAt - begins)) / span,
      width: (100 * (block.endsAt - block.beginsAt)) / span,
    })),
    planned: current === undefined ? null : place(plannedPlace(blocks, now)),
    now: current === undefined ? null : place(now),
  }
}

/** When, by how the day goes, it will be where the plan has it now. */
function plannedPlace(blocks: readonly BlockView[], now: number): number {
  const due = blocks.findLast(({ plannedAt }) => plannedAt <= now) ?? blocks[0]
  if (due === undefined) return now
  const share = (now - due.plannedAt) / (due.minutes * 60_000)
  return due.beginsAt + Math.min(1, Math.max(0, share)) * (due.endsAt - due.beginsAt)
}
