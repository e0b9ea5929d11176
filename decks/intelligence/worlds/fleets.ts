import type { FleetWorld } from './fleet.ts'

const MINUTE_MS = 60_000

/** Small enough to watch: a millisecond stands for a second, and a boot takes four readings. */
const small = {
  settings: { target: 0.6, min: 2, max: 40, tolerance: 0.1, windowMs: 150 },
  replicas: 2,
  samplingMs: 15,
  bootMs: [55, 65],
  noise: 0.02,
  hopMs: 3,
} as const satisfies Partial<FleetWorld>

/** Four times the load, at once, and it stays. */
export const smallStep: FleetWorld = {
  ...small,
  loadAt: (ms) => (ms < 100 ? 1.2 : 4.8),
  runMs: 400,
}

/** The load stays, but for a while nobody can see it. */
export const smallBlind: FleetWorld = {
  ...small,
  replicas: 8,
  samplingMs: 30,
  hopMs: 5,
  loadAt: () => 4.8,
  blindMs: [150, 450],
  runMs: 700,
}

/** A rush, a while without metrics, and a calm: the story of the exercise. */
export const smallDay: FleetWorld = {
  ...small,
  settings: { ...small.settings, max: 12, windowMs: 300 },
  samplingMs: 30,
  bootMs: [50, 70],
  hopMs: 5,
  loadAt: (ms) => (ms >= 150 && ms < 900 ? 4.8 : 1.2),
  blindMs: [350, 750],
  runMs: 1600,
}

const RUSH_MS = [10 * MINUTE_MS, 40 * MINUTE_MS] as const
const RIPPLE = { share: 0.15, periodMs: 6 * MINUTE_MS } as const

/** An hour with half an hour of four times the load, and small waves on all of it. */
export const hour: FleetWorld = {
  settings: { target: 0.6, min: 2, max: 100, tolerance: 0.1, windowMs: 5 * MINUTE_MS },
  replicas: 5,
  samplingMs: 15_000,
  bootMs: [50_000, 70_000],
  noise: 0.02,
  hopMs: 5,
  loadAt: (ms) => {
    const wave = 1 + RIPPLE.share * Math.sin((2 * Math.PI * ms) / RIPPLE.periodMs)
    return (ms >= RUSH_MS[0] && ms < RUSH_MS[1] ? 12 : 3) * wave
  },
  runMs: 60 * MINUTE_MS,
}

/** The same hour, without metrics for ten minutes of its rush. */
export const blindHour: FleetWorld = { ...hour, blindMs: [20 * MINUTE_MS, 30 * MINUTE_MS] }
