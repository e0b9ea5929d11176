import type { PillarId } from '../pillar-id.ts'
import { pillarById } from '../pillars.ts'

/** A pillar and how much of it is open. */
export interface RankedPillar {
  readonly pillar: PillarId
  /** What is open: two for each unknown answer, one for each that is known in part. */
  readonly lack: number
  /** The most that could be. */
  readonly of: number
  /** Why it stands here. */
  readonly reason: string
}

interface Answered {
  readonly pillar: PillarId
  readonly lack: number
}

/** The most that one open question weighs. */
const LACK_MAX = 2

/** Between two pillars that are equally open, the one whose harm is undone less easily. */
const HARM = [
  { pillar: 'state', harm: 'what is lost does not come back' },
  { pillar: 'control', harm: 'without seeing and stopping, every other change is a gamble' },
  { pillar: 'truth', harm: 'what two have decided is dear to undo' },
  { pillar: 'work', harm: 'overload turns users away today' },
  { pillar: 'intelligence', harm: 'whatever acts by itself can wait for the rest' },
] as const

/**
 * The five pillars in the order in which to work on them: the largest open share first. Automation
 * never comes before control while control is open: it could be neither seen nor stopped.
 */
export function orderPillars(answered: readonly Answered[]): readonly RankedPillar[] {
  const ranked = HARM.map(({ pillar, harm }) => {
    const own = answered.filter((each) => each.pillar === pillar)
    const lack = own.reduce((sum, each) => sum + each.lack, 0)
    return { pillar, harm, lack, of: own.length * LACK_MAX }
  }).toSorted(byShare)
  const ordered = automationAfterControl(ranked)
  return ordered.map((each, index) => {
    const { pillar, lack, of } = each
    return { pillar, lack, of, reason: reasonOf(each, ordered[index - 1], ranked) }
  })
}

interface Ranked extends Omit<RankedPillar, 'reason'> {
  readonly harm: string
}

/** By open share, compared without rounding; a pillar that nothing was asked about has none. */
function byShare(one: Ranked, other: Ranked): number {
  return other.lack * Math.max(1, one.of) - one.lack * Math.max(1, other.of)
}

function automationAfterControl(ranked: readonly Ranked[]): readonly Ranked[] {
  const control = ranked.findIndex(({ pillar }) => pillar === 'control')
  const automation = ranked.findIndex(({ pillar }) => pillar === 'intelligence')
  const moved = ranked[automation]
  if (moved === undefined || automation > control || ranked[control]?.lack === 0) return ranked
  const others = ranked.filter((each) => each !== moved)
  return [...others.slice(0, control), moved, ...others.slice(control)]
}

function reasonOf(each: Ranked, before: Ranked | undefined, ranked: readonly Ranked[]): string {
  const { lack, of, harm, pillar } = each
  if (lack === 0) return 'Nothing is open here.'
  const share = `${lack} of ${of} points are open`
  if (before === undefined) return `${share}, ${firstReason(each, ranked)}.`
  const less = byShare(each, before)
  if (less === 0) {
    return `${share}, the same share as in ${nameOf(before)}, which comes first: ${before.harm}.`
  }
  return less < 0 && pillar === 'intelligence'
    ? `${share}, and it comes after Control all the same: hand over only what you can see and stop.`
    : `${share}; ${harm}.`
}

function firstReason(each: Ranked, ranked: readonly Ranked[]): string {
  const others = ranked.filter((one) => one !== each)
  if (others.some((one) => byShare(one, each) < 0)) {
    return 'the largest share but for Intelligence, which comes after Control'
  }
  const hasEqual = others.some((one) => byShare(one, each) === 0)
  return hasEqual ? `the same share as elsewhere, but ${each.harm}` : 'the largest share'
}

function nameOf({ pillar }: Ranked): string {
  return pillarById(pillar).name
}
