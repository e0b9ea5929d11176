import { BrokenPromise, grouped, holds } from '@five-pillars/suite'
import fc from 'fast-check'

import { expectEligible } from './only-healthy.ts'
import { Session } from './session.ts'
import type { Create } from './session.ts'

const FOUR = ['A', 'B', 'C', 'D']
const PAIRS = FOUR.flatMap((a, index) => FOUR.slice(index + 1).map((b) => [a, b] as const))
const DRAWS = 2000

/** What fair draws come to once in 20 million times (chi-squared, six degrees of freedom). */
const ODDS_MAX = 45

if (PAIRS.length !== 6) throw new Error('sentinel-load-balancer-pair-odds.ts: six pairs of four')

/** A shuffle that sorts by chance, or a second choice that moves on, prefers some pairs. */
export function drawsPairsAlike(create: Create): void {
  holds(
    [fc.noShrink(fc.nat())],
    (seed) => {
      const times = PAIRS.map(([a, b], index) =>
        timesDrawn(a, b, new Session(create, seed + index)),
      )
      if (oddsOf(times) <= ODDS_MAX) return
      const told = PAIRS.map(([a, b], index) => `${a} and ${b} ${grouped(times[index] ?? 0)}`)
      const fair = Math.round(DRAWS / PAIRS.length)
      throw new BrokenPromise(
        [
          'Every pair of four backends is equally likely to be the candidates.',
          `In ${grouped(DRAWS)} picks that is about ${fair} times for each, but it was:`,
          `  ${told.join(', ')}.`,
        ].join('\n'),
      )
    },
    { factor: 0.01 },
  )
}

/** While the other two are idle, these are chosen only where both are the candidates. */
function timesDrawn(a: string, b: string, session: Session): number {
  for (const id of FOUR) session.add(id)
  session.holdAlone(a, 1)
  session.holdAlone(b, 1)
  let times = 0
  session.quietly(`${grouped(DRAWS)} times acquire and release`, () => {
    for (let draw = 0; draw < DRAWS; draw++) {
      const chosen = expectEligible(session.acquire(), session.eligible(), session)
      if (chosen?.id === a || chosen?.id === b) times++
      session.releaseLast()
    }
  })
  return times
}

function oddsOf(times: readonly number[]): number {
  const share = 1 / PAIRS.length
  const variance = DRAWS * share * (1 - share)
  return times.reduce((sum, n) => sum + (n - DRAWS * share) ** 2 / variance, 0)
}
