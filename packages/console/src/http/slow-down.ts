import type { HttpContext } from './ask.ts'
import type { Rates } from './rates.ts'
import { Refused } from './refused.ts'

/**
 * Does what needs a code or a key; whoever brought too many wrong ones is refused before that, so that
 * nobody finds one by trying.
 */
export function slowDown<Result>(rates: Rates, c: HttpContext, act: () => Result): Result {
  const who = c.env.incoming.socket.remoteAddress ?? ''
  if (!rates.mayAsk(who, performance.now())) {
    throw new Refused(
      'too-many-requests',
      'Too many wrong ones from this machine: wait a little.',
      {
        retryAfter: rates.waitSeconds(who, performance.now()),
      },
    )
  }
  try {
    return act()
  } catch (error) {
    if (error instanceof Refused && error.code === 'wrong-code') rates.take(who, performance.now())
    throw error
  }
}
