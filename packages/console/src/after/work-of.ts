import type { BlockRecord, LearnerRecord, RoomRecord, SubmissionRecord } from './room-record.ts'

const MINUTE_MS = 60_000

/** How one learner got on with one exercise. */
export interface Work {
  readonly exercise: string
  /** `kept`: every promise, at least once. `broken`: judged, never all kept. `tried`: never judged. */
  readonly state: 'kept' | 'broken' | 'tried'
  /** The one with most points, and of those the first. Null where nothing was judged. */
  readonly best: SubmissionRecord | null
  readonly points: number
  readonly total: number
  readonly checks: number
  readonly submissions: number
  readonly hints: number
  /** From the beginning of its block, or from the first sign of it, to the first that was all kept. */
  readonly minutesToKeep: number | null
  /** From there to the last sign of it, or to the first that was all kept. */
  readonly minutes: number
  /** What the best one breaks first; null where it keeps all, or where nothing was judged. */
  readonly broken: string | null
}

/** Undefined where the learner gave no sign of the exercise. */
export function workOf(
  record: Pick<RoomRecord, 'blocks' | 'exercises'>,
  learner: LearnerRecord,
  exercise: string,
): Work | undefined {
  const checks = learner.checks.filter((check) => check.exercise === exercise)
  const sent = learner.submissions.filter((one) => one.exercise === exercise)
  const signs = [...checks.map(({ at }) => at), ...sent.map(({ sentAt }) => sentAt)]
  if (signs.length === 0) return undefined
  const judged = sent.filter(({ verdict }) => verdict !== null)
  const best = judged.toSorted((a, b) => pointsOf(b) - pointsOf(a) || a.sentAt - b.sentAt)[0]
  const kept = judged.find(({ verdict }) => verdict?.state === 'passed')
  const from = begun(record.blocks, exercise, Math.min(...signs))
  const until = kept?.sentAt ?? Math.max(...signs)
  const total = record.exercises.find(({ slug }) => slug === exercise)?.points ?? 0
  return {
    exercise,
    state: kept !== undefined ? 'kept' : best === undefined ? 'tried' : 'broken',
    best: best ?? null,
    points: best === undefined ? 0 : pointsOf(best),
    total: best?.verdict?.total ?? total,
    checks: checks.length,
    submissions: sent.length,
    hints: Math.max(0, ...checks.map(({ hints }) => hints)),
    minutesToKeep: kept === undefined ? null : minutesBetween(from, kept.sentAt),
    minutes: minutesBetween(from, until),
    broken: brokenBy(best),
  }
}

function pointsOf({ verdict }: SubmissionRecord): number {
  return verdict?.points ?? 0
}

/** The learner read the brief before the first sign: where that is in the block, it began with it. */
function begun(blocks: readonly BlockRecord[], exercise: string, firstSign: number): number {
  const block = blocks.find(
    ({ slug, from, to }) =>
      slug === exercise && from <= firstSign && firstSign <= (to ?? Number.POSITIVE_INFINITY),
  )
  return block?.from ?? firstSign
}

function minutesBetween(from: number, to: number): number {
  return Math.max(0, Math.round((to - from) / MINUTE_MS))
}

function brokenBy(best: SubmissionRecord | undefined): string | null {
  const verdict = best?.verdict ?? null
  if (verdict === null || verdict.state === 'passed') return null
  const broken = verdict.promises.find(({ state }) => state !== 'passed' && state !== 'not-run')
  return (
    broken?.text ??
    verdict.text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ??
    null
  )
}
