import type { Clock, TimerId } from '../contract.ts'
import { keyed } from '../random/hash.ts'
import { badTime, isDuration } from './create-env.ts'
import type { Engine } from './engine.ts'
import type { Host } from './host.ts'
import type { SimEvent } from './sim-event.ts'

/** Virtual time with callbacks for one life of a host: what promise-style code waits on. */
export function createClock<M>(engine: Engine<M>, host: Host<M>): Clock {
  const { life } = host
  const open = new Map<TimerId, SimEvent<M>>()
  let last = 0

  return {
    now: () => host.clock.at(engine.nowUs) / 1000,
    setTimeout(fn, ms) {
      if (!isDuration(ms)) throw badTime(engine, host, `setTimeout(…, ${ms})`)
      const id = ++last
      const at = engine.nowUs + host.clock.trueDuration(Math.round(ms * 1000))
      const run = (): void => {
        open.delete(id)
        fn()
      }
      open.set(id, engine.planFor(host, at, keyed(host.key, host.timerCount++), run, life))
      return id
    },
    clearTimeout(id) {
      const event = open.get(id)
      if (event !== undefined) event.isOff = true
      open.delete(id)
    },
  }
}
