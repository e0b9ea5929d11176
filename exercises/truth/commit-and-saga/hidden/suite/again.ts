import type { Sent } from '../../bench.ts'

/** The brief's times: whatever is not answered is sent again after 20 to 200 ms. */
const AGAIN_MAX_MS = 200
const AGAIN_MIN_MS = 20

/** How far apart timers may be that are exact to a microsecond. */
const EXACT_MS = 0.01

/**
 * Says what is wrong with the times at which something was sent again; null if nothing is. Whoever
 * has one timer for all of it may send the first one sooner.
 */
export function wrongPace(
  sent: readonly Pick<Sent<unknown>, 'at'>[],
  since: number,
  until: number,
): string | null {
  let last = since
  for (const at of [...sent.map((one) => one.at), until]) {
    if (at - last > AGAIN_MAX_MS + EXACT_MS) {
      return `for ${Math.round(at - last)} ms it was not sent again`
    }
    last = at
  }
  const most = (until - since) / AGAIN_MIN_MS + 1
  if (sent.length <= most) return null
  return `in ${Math.round(until - since)} ms it was sent ${sent.length} times again`
}

/** Names that mislead whoever keeps them in an object, or asks whether there is one. */
export const oddNames = ['t1', '', '__proto__', 'constructor', '10', 't1 '] as const

if (AGAIN_MIN_MS > AGAIN_MAX_MS) throw new Error('sentinel-commit-and-saga-again.ts')
