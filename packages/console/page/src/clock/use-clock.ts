import { onScopeDispose, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'

const TICK_MS = 250

/**
 * The console's time, four times a second.
 *
 * @param aheadMs how far the console's clock is ahead of this machine's
 */
export function useClock(aheadMs: Readonly<ShallowRef<number>>): Readonly<ShallowRef<number>> {
  const now = shallowRef(Date.now() + aheadMs.value)
  const timer = setInterval(() => {
    now.value = Date.now() + aheadMs.value
  }, TICK_MS)
  onScopeDispose(() => clearInterval(timer))
  return now
}
