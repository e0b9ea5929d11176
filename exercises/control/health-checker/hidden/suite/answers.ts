import fc from 'fast-check'

/** What one probe gets: an answer after a while, none at all, or an error on the spot. */
export type Answer =
  | { readonly kind: 'yes' | 'no' | 'rejects'; readonly afterMs: number }
  | { readonly kind: 'throws' }
  | { readonly kind: 'hangs' }

export const yes: Answer = { kind: 'yes', afterMs: 20 }
export const no: Answer = { kind: 'no', afterMs: 20 }
export const hangs: Answer = { kind: 'hangs' }

/** An error that a probe rejects with, or throws. */
export class ProbeError extends Error {
  override name = 'ProbeError'

  constructor() {
    super('connection refused')
  }
}

/** Answers of these kinds, all of them in time; the first kind is the simplest. */
export function inTime(kinds: readonly Answer['kind'][], timeoutMs: number): fc.Arbitrary<Answer> {
  return answers(kinds, [20, Math.floor(timeoutMs / 2), timeoutMs - 1])
}

/** Answers after the timeout, some of them while a later probe is under way. */
export function late(timeoutMs: number, intervalMs: number): fc.Arbitrary<Answer> {
  const afterMs = [timeoutMs + 10, intervalMs + 15, 2 * intervalMs + timeoutMs / 2]
  return answers(['yes', 'no', 'rejects'], afterMs)
}

function answers(kinds: readonly Answer['kind'][], times: readonly number[]): fc.Arbitrary<Answer> {
  if (kinds.length === 0) throw new Error('sentinel-health-checker-answers.ts: no kinds')
  return fc.tuple(fc.constantFrom(...kinds), fc.constantFrom(...times)).map(([kind, afterMs]) => {
    return kind === 'throws' || kind === 'hangs' ? { kind } : { kind, afterMs }
  })
}

/** How long a probe is under way. */
export function durationOf(answer: Answer, timeoutMs: number): number {
  if (answer.kind === 'throws') return 0
  return answer.kind === 'hangs' ? timeoutMs : Math.min(answer.afterMs, timeoutMs)
}
