import * as debtClass from './alternatives/debt-class.ts'
import * as onePromise from './alternatives/one-promise.ts'
import * as steps from './alternatives/steps.ts'
import * as abortsLater from './mutants/aborts-later.ts'
import * as anyPartPays from './mutants/any-part-pays.ts'
import * as atTheDeadline from './mutants/at-the-deadline.ts'
import * as beginsLate from './mutants/begins-late.ts'
import * as callDeadline from './mutants/call-deadline.ts'
import * as cappedJitter from './mutants/capped-jitter.ts'
import * as clipsWait from './mutants/clips-wait.ts'
import * as eitherOr from './mutants/either-or.ts'
import * as firstCause from './mutants/first-cause.ts'
import * as firstUnsent from './mutants/first-unsent.ts'
import * as halfJitter from './mutants/half-jitter.ts'
import * as jitterOnTop from './mutants/jitter-on-top.ts'
import * as lastFailure from './mutants/last-failure.ts'
import * as lateCounts from './mutants/late-counts.ts'
import * as lateFailure from './mutants/late-failure.ts'
import * as leaksTimeouts from './mutants/leaks-timeouts.ts'
import * as linear from './mutants/linear.ts'
import * as namelessTimeout from './mutants/nameless-timeout.ts'
import * as neverUnsent from './mutants/never-unsent.ts'
import * as noCap from './mutants/no-cap.ts'
import * as noDeadline from './mutants/no-deadline.ts'
import * as noJitter from './mutants/no-jitter.ts'
import * as notAborted from './mutants/not-aborted.ts'
import * as oneDie from './mutants/one-die.ts'
import * as oneMore from './mutants/one-more.ts'
import * as ownBudget from './mutants/own-budget.ts'
import * as ownTimeout from './mutants/own-timeout.ts'
import * as paysForNothing from './mutants/pays-for-nothing.ts'
import * as paysOnce from './mutants/pays-once.ts'
import * as repeatsWritten from './mutants/repeats-written.ts'
import * as retries400 from './mutants/retries-400.ts'
import * as retriesRefill from './mutants/retries-refill.ts'
import * as retryAfterCapped from './mutants/retry-after-capped.ts'
import * as retryAfterIgnored from './mutants/retry-after-ignored.ts'
import * as retryAfterStays from './mutants/retry-after-stays.ts'
import * as savesUp from './mutants/saves-up.ts'
import * as sharedBudget from './mutants/shared-budget.ts'
import * as sharedSignal from './mutants/shared-signal.ts'
import * as successRefills from './mutants/success-refills.ts'
import * as takesLater from './mutants/takes-later.ts'
import * as throwEscapes from './mutants/throw-escapes.ts'
import * as tooManyRequests from './mutants/too-many-requests.ts'
import * as waitsInVain from './mutants/waits-in-vain.ts'
import * as solution from './solution/retry-budget.ts'
import type { Subject } from './suite/checks.ts'

/** Every hidden subject, checked against the exports that the suite asks for. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'debt-class.ts': debtClass,
  'one-promise.ts': onePromise,
  'steps.ts': steps,
}

const mutants: Record<string, Subject> = {
  'no-jitter.ts': noJitter,
  'jitter-on-top.ts': jitterOnTop,
  'pays-once.ts': paysOnce,
  'retries-refill.ts': retriesRefill,
  'no-deadline.ts': noDeadline,
  'own-timeout.ts': ownTimeout,
  'no-cap.ts': noCap,
  'retries-400.ts': retries400,
  'not-aborted.ts': notAborted,
  'repeats-written.ts': repeatsWritten,
  'first-unsent.ts': firstUnsent,
  'never-unsent.ts': neverUnsent,
  'too-many-requests.ts': tooManyRequests,
  'one-more.ts': oneMore,
  'shared-signal.ts': sharedSignal,
  'aborts-later.ts': abortsLater,
  'call-deadline.ts': callDeadline,
  'begins-late.ts': beginsLate,
  'at-the-deadline.ts': atTheDeadline,
  'waits-in-vain.ts': waitsInVain,
  'late-counts.ts': lateCounts,
  'late-failure.ts': lateFailure,
  'first-cause.ts': firstCause,
  'nameless-timeout.ts': namelessTimeout,
  'throw-escapes.ts': throwEscapes,
  'leaks-timeouts.ts': leaksTimeouts,
  'half-jitter.ts': halfJitter,
  'capped-jitter.ts': cappedJitter,
  'one-die.ts': oneDie,
  'linear.ts': linear,
  'retry-after-ignored.ts': retryAfterIgnored,
  'retry-after-capped.ts': retryAfterCapped,
  'retry-after-stays.ts': retryAfterStays,
  'own-budget.ts': ownBudget,
  'shared-budget.ts': sharedBudget,
  'saves-up.ts': savesUp,
  'any-part-pays.ts': anyPartPays,
  'success-refills.ts': successRefills,
  'pays-for-nothing.ts': paysForNothing,
  'takes-later.ts': takesLater,
  'clips-wait.ts': clipsWait,
  'either-or.ts': eitherOr,
  'last-failure.ts': lastFailure,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-retry-budget-subjects.ts: ${file} is not in the table`)
}
