import { computed, onScopeDispose, shallowRef } from 'vue'
import type { ComputedRef, ShallowRef } from 'vue'

const TICK_MS = 250

/**
 * The console's time, four times a second.
 *
 * @param aheadMs how far the console's clock is ahead of this machine's
 */
export function useClock(aheadMs: Readonly<ShallowRef<number>>): ComputedRef<number> {
  const own = shallowRef(Date.now())
  const timer = setInterval(() => {
    own.value = Date.now()
  }, TICK_MS)
  onScopeDispose(() => clearInterval(timer))
  return computed(() => own.value + aheadMs.value)
}
