import { stepAfter } from '../player/steps.ts'
import type { Step } from '../player/steps.ts'

/** Parts of a millisecond, the roundest first; the simulator counts in thousandths. */
const FINENESS = [1, 10, 100, 1000] as const

/** What is seen at a time and at this share of the run later is the same picture. */
const UNSEEN = 1 / 2000

/**
 * The next time at which something can be done to a world without changing what is seen already:
 * after all that happens at the time that is shown, before the next thing that does, and so near
 * that nothing is seen to move. Of these the roundest one, since it is told and printed.
 */
export function nextMoment(at: number, steps: readonly Step[], endMs: number): number {
  const next = stepAfter(steps, at)?.at ?? at
  for (const parts of FINENESS) {
    if (1 / parts > endMs * UNSEEN) continue
    // Times are sums of thousandths, which have no exact floats: 4.999999 is 5.
    const moment = (Math.floor(at * parts + 1e-6) + 1) / parts
    if (moment < next) return moment
  }
  return (Math.floor(at * 1000 + 1e-6) + 1) / 1000
}
