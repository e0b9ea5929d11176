import type ivm from 'isolated-vm'

import { PULSE } from '../isolate/outer/pulse.ts'
import type { ChildEvent } from '../run/events.ts'
import type { Job } from '../run/job.ts'

const LOOK_EVERY_MS = 10

/** A file has more to do when it is loaded than in any call. */
const LOAD_TIMEOUT_MS = 1000

/**
 * A call that is over its time and holds more memory than before is followed for so much longer: then
 * it is known whether it fills the memory or only takes long, each time the same. What is thrown away
 * at once never holds more than the young generation, 96 MiB at most, and it does so within 0.1 s;
 * whoever fills the memory holds over 130 MiB after a second, and may need many more to the end.
 */
const GROWING_MS = 2000
const GROWING_MIB = 12
const FILLING_MIB = 104

/** All of the process: what lies outside the isolate's heap counts too, such as buffers. */
const MEMORY_MIB_MAX = 512
const MIB = 2 ** 20

export interface Limits {
  /** Settles when a limit is passed, with the last event of the run. */
  readonly passed: Promise<ChildEvent>
  loading(isLoading: boolean): void
  end(): void
}

/**
 * Says when an isolate passes a limit. Time is the processor time of this process, in which nothing
 * else goes on: on a busy machine a submission has as long as on an idle one.
 */
export function watchLimits(
  isolate: ivm.Isolate,
  pulse: SharedArrayBuffer,
  { callTimeoutMs, testTimeoutMs, runTimeoutMs }: Job,
): Limits {
  const numbers = new Int32Array(pulse)
  const passed = Promise.withResolvers<ChildEvent>()
  const begun = cpuMs()
  let isLoading = false
  let calls = 0
  let since = cpuMs()
  let rss = process.memoryUsage.rss()
  /** What was held at the last look. */
  let heldBefore = rss
  const timer = setInterval(look, LOOK_EVERY_MS)

  /** A call that began after the last look may have filled the memory since. */
  function restart(): void {
    calls = numbers[PULSE.calls] ?? 0
    since = cpuMs()
    rss = heldBefore
  }

  function look(): void {
    const held = process.memoryUsage.rss()
    follow(held)
    heldBefore = held
  }

  function follow(held: number): void {
    // An isolate that is full says so at once, and may go on for many seconds.
    if (isolate.isDisposed || held > MEMORY_MIB_MAX * MIB) return pass({ kind: 'out-of-memory' })
    if (cpuMs() - begun > runTimeoutMs) {
      return pass({ kind: 'stopped', limit: 'whole', ms: runTimeoutMs })
    }
    if (numbers[PULSE.calls] !== calls) return restart()
    const isCall = isLoading || (numbers[PULSE.depth] ?? 0) > 0
    const ms = isLoading ? LOAD_TIMEOUT_MS : isCall ? callTimeoutMs : testTimeoutMs
    const overMs = cpuMs() - since - ms
    if (overMs <= 0) return
    const grownMib = (held - rss) / MIB
    const isFull = numbers[PULSE.full] === 1
    if (isFull || grownMib > FILLING_MIB) return pass({ kind: 'out-of-memory' })
    if (overMs > (grownMib > GROWING_MIB ? GROWING_MS : 0)) {
      pass({ kind: 'stopped', limit: isCall ? 'call' : 'test', ms })
    }
  }

  /** Whatever still runs is not waited for: its process is ended from outside. */
  function pass(event: ChildEvent): void {
    clearInterval(timer)
    passed.resolve(event)
  }

  return {
    passed: passed.promise,
    loading(now) {
      isLoading = now
      restart()
    },
    end: () => clearInterval(timer),
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
