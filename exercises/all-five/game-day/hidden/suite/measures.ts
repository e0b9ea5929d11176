import type { Sheet } from '../../sheet.ts'

/** All that is limited, by name: `crash: late`, `pages`. */
export function measuresOf({ incidents, lost, pages, scaleChanges }: Sheet): Map<string, number> {
  const measures = new Map<string, number>([
    ['lost', lost],
    ['pages', pages],
    ['scale changes', scaleChanges],
  ])
  for (const { id, inTime, slow, failed, refused, unsettled, recoveryMs } of incidents) {
    const all = inTime + slow + failed
    measures.set(`${id}: late`, (slow + failed) / Math.max(1, all))
    measures.set(`${id}: unanswered`, failed / Math.max(1, all))
    measures.set(`${id}: refused`, refused)
    measures.set(`${id}: late when settled`, unsettled.late)
    measures.set(`${id}: unanswered when settled`, unsettled.unanswered)
    measures.set(`${id}: recovery`, recoveryMs)
  }
  if (measures.size === 0) throw new Error('sentinel-game-day-measures.ts: nothing is measured')
  return measures
}
