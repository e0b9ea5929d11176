import type { FleetRuns } from './measure-fleet.ts'
import type { Hysteresis } from './measure-hysteresis.ts'
import type { RolloutRuns } from './measure-rollout.ts'
import type { WantedRuns } from './measure-wanted.ts'

export interface Measured {
  fleet: Pick<FleetRuns, 'refusedPercent'>
  hysteresis: Pick<Hysteresis, 'patience'>
  rollout: Pick<RolloutRuns, 'wrong'>
  wanted: Pick<WantedRuns, 'rightPercent'>
}

/** What the runs gave for each figure that this deck measures, by its id, in the figure's unit. */
export function amountsOf({
  fleet,
  hysteresis,
  rollout,
  wanted,
}: Measured): Record<string, number> {
  const one = patienceOf(1, hysteresis)
  const three = patienceOf(3, hysteresis)
  return {
    'probe-false-alarms-one': one.falseAlarmsAnHour,
    'probe-false-alarms-three': three.falseAlarmsAnHour,
    'probe-noticed-one': one.noticedAfterS,
    'probe-noticed-three': three.noticedAfterS,
    'deep-check-refused': fleet.refusedPercent.deep,
    'deep-check-panic-refused': fleet.refusedPercent.deepWithPanic,
    'script-right': wanted.rightPercent.script,
    'loop-right': wanted.rightPercent.loop,
    'rollback-wrong-orders': rollout.wrong.rollback,
    'flag-off-wrong-orders': rollout.wrong['flag-off'],
    'waves-wrong-orders': rollout.wrong.waves,
  }
}

function patienceOf(fall: number, { patience }: Measured['hysteresis']): (typeof patience)[number] {
  const found = patience.find((each) => each.fall === fall)
  if (found === undefined) throw new Error(`nobody measured ${fall} failures in a row`)
  return found
}
