import { createRng } from '@five-pillars/simulator'

import { lossy, lossyFleet } from './lossy.ts'

const FALLS = [1, 2, 3] as const
const HOUR_MS = 3_600_000
const WATCHED_MS = HOUR_MS
const DEATHS = 40
const DEATH_RUN_MS = 20_000

/** What a checker does that takes a machine out after so many failures in a row. */
interface Patience {
  fall: number
  /** How often an hour it takes out a machine that is well. */
  falseAlarmsAnHour: number
  /** Mean time from the death of a machine until it is taken out. */
  noticedAfterS: number
}

export interface Hysteresis {
  machines: number
  lostPercent: number
  patience: Patience[]
}

/** What patience costs and what it saves. */
export function measureHysteresis(): Hysteresis {
  return {
    machines: lossyFleet.targets.length,
    lostPercent: 100 * lossyFleet.loss,
    patience: FALLS.map((fall) => ({
      fall,
      falseAlarmsAnHour: falseAlarms(fall),
      noticedAfterS: noticedAfterS(fall),
    })),
  }
}

function falseAlarms(fall: number): number {
  const { emitted } = lossy(fall, WATCHED_MS).run({ seed: 1, strict: false })
  const alarms = emitted.filter(({ event }) => event === 'out').length
  return Math.round((alarms * HOUR_MS) / WATCHED_MS)
}

function noticedAfterS(fall: number): number {
  const world = lossy(fall, DEATH_RUN_MS)
  const waits = Array.from({ length: DEATHS }, (_, index) => {
    const seed = index + 1
    const at = 5000 + createRng(seed).int(2000)
    const crash = { kind: 'crash', at, for: DEATH_RUN_MS, node: 'A' } as const
    const { emitted } = world.run({ seed, plan: [crash], profile: { loss: 0 }, strict: false })
    const out = emitted.find(({ event, data }) => event === 'out' && data === 'A')
    if (out === undefined) throw new Error(`seed ${seed}: nobody noticed that A was dead`)
    return out.at - at
  })
  const meanMs = waits.reduce((sum, each) => sum + each, 0) / DEATHS
  return Math.round(meanMs / 100) / 10
}
