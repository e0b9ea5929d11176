/** What an autoscaler is told of its fleet. */
export interface Reading {
  at: number
  ready: number
  /** Ordered, and not ready yet. */
  starting: number
  /** How busy the ready ones are; null when nobody knows. */
  utilization: number | null
}

export interface Settings {
  target: number
  min: number
  max: number
  tolerance: number
  /** How far back the highest wish keeps the fleet from shrinking. */
  windowMs: number
}

/** How many replicas there shall be, ready and starting ones together. */
export type Rule = (reading: Reading) => number

/** Each makes a rule with a memory of its own, or with none. */
export const rules = {
  /** Orders what is missing, and forgets what is on its way already. */
  forgetful: (settings) => (reading) => {
    const present = reading.ready + reading.starting
    const wish = wishOf(reading, settings)
    return wish === null ? present : within(settings, present + wish - reading.ready)
  },
  /** Counts what is on its way. It follows every change of the load, up and down. */
  counting: (settings) => (reading) => {
    return wishOf(reading, settings) ?? reading.ready + reading.starting
  },
  /** Counts, and shrinks to the highest wish of the last minutes only. */
  patient: (settings) => patient(settings),
  /** Patient, and sure that nothing to see is nothing to do. */
  zeroWhenBlind: (settings) => {
    const decide = patient(settings)
    return (reading) => decide({ ...reading, utilization: reading.utilization ?? 0 })
  },
} as const satisfies Record<string, (settings: Settings) => Rule>

export type RuleId = keyof typeof rules

function patient(settings: Settings): Rule {
  let wishes: { at: number; wish: number }[] = []
  return (reading) => {
    const present = reading.ready + reading.starting
    const wish = wishOf(reading, settings)
    if (wish === null) return present
    wishes = wishes.filter(({ at }) => at >= reading.at - settings.windowMs)
    wishes.push({ at: reading.at, wish })
    const highest = Math.max(...wishes.map((each) => each.wish))
    return Math.max(wish, Math.min(present, highest))
  }
}

/** What the work takes: all that is there where that is nearly right, null where nobody can see. */
function wishOf(
  { ready, starting, utilization }: Reading,
  { target, tolerance, ...limits }: Settings,
): number | null {
  if (utilization === null || ready === 0) return null
  if (Math.abs(utilization / target - 1) <= tolerance) return ready + starting
  return within(limits, Math.ceil((ready * utilization) / target))
}

function within({ min, max }: Pick<Settings, 'min' | 'max'>, replicas: number): number {
  return Math.min(max, Math.max(min, replicas))
}
