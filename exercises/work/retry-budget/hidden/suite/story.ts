import { stepLines } from '@five-pillars/suite'

import type { Bench } from './bench.ts'
import type { Called, Try } from './called.ts'
import { endingText } from './endings.ts'
import { clockText } from './words.ts'

interface Step {
  readonly at: number
  readonly text: string
}

/** What a call was given, and what has become of it so far. */
export function storyOf({ policy, time }: Bench, called: Called): string {
  const { maxAttempts, baseMs, capMs, perTryTimeoutMs } = policy
  const waits = `baseMs ${baseMs}, capMs ${capMs}`
  const given = `maxAttempts ${maxAttempts}, ${waits}, perTryTimeoutMs ${perTryTimeoutMs}`
  const steps = stepsOf(called).filter(({ at }) => at <= time.now)
  const lines = steps
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, text }) => `${clockText(at)}: ${text}`)
  return [`  (${given})`, stepLines(lines)].join('\n').trimEnd()
}

function stepsOf({ name, at, deadline, idempotent, tries, end }: Called): Step[] {
  if (name === '') throw new Error('sentinel-retry-budget-story.ts: a call has a name')
  const kind = idempotent ? 'idempotent' : 'not idempotent'
  const begin = `${name} begins, ${kind}, deadline ${clockText(deadline)}`
  const steps: Step[] = [{ at, text: begin }, ...tries.flatMap((one) => stepsOfTry(one))]
  if (end !== undefined) {
    const how = end.isFulfilled ? 'fulfilled with' : 'rejected with'
    steps.push({ at: end.at, text: `${name} is ${how} ${end.what}` })
  }
  return steps
}

function stepsOfTry({ nth, at, endsAt, ending, isTimedOut }: Try): Step[] {
  const what = isTimedOut ? 'times out' : endingText(ending)
  const name = `attempt ${nth}`
  if (endsAt === at) return [{ at, text: `${name} begins, and ${what}` }]
  return [
    { at, text: `${name} begins` },
    { at: endsAt, text: `${name} ${isTimedOut ? what : `ends: ${what}`}` },
  ]
}
