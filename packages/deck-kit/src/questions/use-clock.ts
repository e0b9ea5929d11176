import { computed, onUnmounted, ref } from 'vue'
import type { ComputedRef, Ref } from 'vue'

const TICK_MS = 250

export interface Clock {
  /** Milliseconds that are left; null where there is no clock. */
  leftMs: Ref<number | null>
  isRunning: ComputedRef<boolean>
  /** Begins with so many seconds, or without a clock. */
  start(seconds: number | null): void
  pause(): void
  resume(): void
  stop(): void
}

/** A clock that counts down, can be stopped for a while, and ends nothing by itself. */
export function useClock(now: () => number = Date.now): Clock {
  const leftMs = ref<number | null>(null)
  const endsAtMs = ref<number | null>(null)
  let timer: ReturnType<typeof setInterval> | undefined

  onUnmounted(stop)
  return { leftMs, isRunning: computed(() => endsAtMs.value !== null), start, pause, resume, stop }

  function start(seconds: number | null): void {
    stop()
    if (seconds === null) return
    leftMs.value = seconds * 1000
    resume()
  }

  function resume(): void {
    if (leftMs.value === null) return
    endsAtMs.value = now() + leftMs.value
    timer = setInterval(tick, TICK_MS)
  }

  function tick(): void {
    if (endsAtMs.value === null) return
    leftMs.value = Math.max(0, endsAtMs.value - now())
    if (leftMs.value === 0) pause()
  }

  function pause(): void {
    clearInterval(timer)
    endsAtMs.value = null
  }

  function stop(): void {
    pause()
    leftMs.value = null
  }
}
