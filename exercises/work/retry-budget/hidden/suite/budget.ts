import { BrokenPromise, counted, holdsLater, stepLines } from '@five-pillars/suite'
import fc from 'fast-check'

import { hasSurelyTime } from './audits.ts'
import type { Bench } from './bench.ts'
import { isSame, mayRepeat } from './called.ts'
import type { Called, Try } from './called.ts'
import type { Subject } from './checks.ts'
import { budgetStories, playStory, some } from './stories.ts'
import { clockText } from './words.ts'

/** Something that changes the number of tokens, or asks for it. */
interface Move {
  readonly at: number
  readonly called: Called
  /** The attempt that has failed; undefined for the begin of the call. */
  readonly failed: Try | undefined
}

/** No attempt is made again that nobody has paid for. */
export function retriesArePaid(subject: Subject): Promise<void> {
  return holdsLater(
    [budgetStories],
    async (story) => looksPaid(await playStory(subject, story)),
    some,
  )
}

function looksPaid(bench: Bench): void {
  followTokens(bench, ({ called, failed, isRepeated, tokens }) => {
    if (!isRepeated || tokens >= 1) return null
    const next = `Attempt ${failed.nth + 1} of ${called.name}`
    return `${next} was made, and there ${tokensText(tokens)} to pay with.`
  })
}

/** Whoever can pay goes on. */
export function whoPaysGoesOn(subject: Subject): Promise<void> {
  return holdsLater(
    [budgetStories],
    async (story) => looksSpent(await playStory(subject, story)),
    some,
  )
}

function looksSpent(bench: Bench): void {
  const { policy } = bench
  followTokens(bench, ({ called, failed, isRepeated, tokens }) => {
    if (isRepeated || tokens < 1 || called.end === undefined) return null
    if (!mayRepeat(called, failed, policy) || !hasSurelyTime(called, failed, policy)) return null
    return `${called.name} gave up after attempt ${failed.nth}, and there ${tokensText(tokens)} left.`
  })
}

interface Asked {
  readonly called: Called
  readonly failed: Try
  /** Whether another attempt was made after it. */
  readonly isRepeated: boolean
  /** What was there when it had failed. */
  readonly tokens: number
}

/** Counts tokens as the brief does. The first failure of which something is wrong is told. */
function followTokens(bench: Bench, look: (asked: Asked) => string | null): void {
  const { budgetBurst, budgetRatio } = bench.policy
  const lines: string[] = []
  let tokens = budgetBurst
  for (const { at, called, failed } of movesOf(bench)) {
    if (failed === undefined) {
      tokens = Math.min(budgetBurst, tokens + budgetRatio)
      lines.push(`${clockText(at)}: ${called.name} begins: ${counted(tokens, 'token')}`)
      continue
    }
    const isRepeated = called.tries.length > failed.nth
    const wrong = look({ called, failed, isRepeated, tokens })
    const next = isRepeated ? 'is tried again' : 'ends with it'
    if (isRepeated) tokens -= 1
    const left = `${next}: ${counted(tokens, 'token')}`
    lines.push(`${clockText(at)}: attempt ${failed.nth} fails, ${called.name} ${left}`)
    if (wrong === null) continue
    const given = `budgetRatio ${budgetRatio}, budgetBurst ${budgetBurst}`
    throw new BrokenPromise(`${wrong}\n  (${given})\n${stepLines(lines)}`)
  }
}

function tokensText(tokens: number): string {
  return `${tokens === 1 ? 'was' : 'were'} ${counted(tokens, 'token')}`
}

function movesOf({ calls }: Bench): Move[] {
  if (calls.length === 0) throw new Error('sentinel-retry-budget-budget.ts: nobody calls')
  const moves = calls.flatMap((called): Move[] => {
    const failures = called.tries.filter(({ outcome }) => outcome.isFailure)
    const begin: Move = { at: called.at, called, failed: undefined }
    return [begin, ...failures.map((failed): Move => ({ at: failed.endsAt, called, failed }))]
  })
  const sorted = moves.toSorted((a, b) => a.at - b.at)
  // Whose turn it is where two calls meet in one instant, by chance, is not promised.
  fc.pre(
    sorted.every(({ at, called }, index) => {
      const before = sorted[index - 1]
      return before === undefined || before.called === called || !isSame(before.at, at)
    }),
  )
  return sorted
}
