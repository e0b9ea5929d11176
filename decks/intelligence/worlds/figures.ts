import type { Healers } from './measure-healer.ts'
import type { Hours } from './measure-hour.ts'
import type { Outliers } from './measure-outliers.ts'
import type { SensorSizes } from './measure-sensors.ts'

export interface Measured {
  hours: Pick<Hours, 'neededAtMost' | 'rules' | 'blindOverloadedMinutes'>
  sensors: SensorSizes
  outliers: Pick<Outliers, 'foundPercent'>
  healers: Pick<Healers, 'healers' | 'lastMinutePercent'>
}

/** What the runs gave for each figure that this deck measures, by its id, in the figure's unit. */
export function amountsOf({ hours, sensors, outliers, healers }: Measured): Record<string, number> {
  const { rules, blindOverloadedMinutes: blind } = hours
  return {
    'scaler-needed': hours.neededAtMost,
    'scaler-peak-forgetful': rules.forgetful.peak,
    'scaler-peak-patient': rules.patient.peak,
    'scaler-changes-forgetful': rules.forgetful.changes,
    'scaler-changes-counting': rules.counting.changes,
    'scaler-changes-patient': rules.patient.changes,
    'blind-zero-overloaded': blind.zeroWhenBlind,
    'blind-hold-overloaded': blind.patient,
    'sensor-mean-fleet': sensors.mean,
    'sensor-median-fleet': sensors.median,
    'outlier-found-mean': outliers.foundPercent.mean,
    'outlier-found-median': outliers.foundPercent.median,
    'healer-unlimited-useful': healers.lastMinutePercent.unlimited,
    'healer-limited-recovery': recovery(healers.healers.limited),
    'healer-none-recovery': recovery(healers.healers.none),
  }
}

function recovery({ wellAfterS }: { wellAfterS: number | null }): number {
  if (wellAfterS === null) throw new Error('this healer never makes all well again')
  return wellAfterS
}
