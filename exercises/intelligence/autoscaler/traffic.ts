import type { Rng } from '@five-pillars/simulator'

import type { Demand } from './machines.ts'

/** The load of a run, in replicas that it would keep fully busy. */
export type Traffic = Steps | Wave

interface Steps {
  readonly kind: 'steps'
  /** In the order of time; the first one begins at 0. */
  readonly steps: readonly { readonly fromMs: number; readonly load: number }[]
  /** From when until when the utilization is not known. */
  readonly blindMs?: readonly [number, number]
}

/** It begins at a random moment of its period. */
interface Wave {
  readonly kind: 'wave'
  readonly shape: 'sine' | 'saw-tooth'
  readonly mean: number
  /** How far it goes up and down, as a share of the mean. */
  readonly amplitude: number
  readonly periodMs: number
}

export function demandOf(traffic: Traffic, rng: Rng): (ms: number) => Demand {
  if (traffic.kind === 'wave') return waveOf(traffic, rng)
  const { steps, blindMs: [blindFrom, blindUntil] = [Infinity, Infinity] } = traffic
  return (ms) => ({
    load: steps.findLast(({ fromMs }) => fromMs <= ms)?.load ?? 0,
    isMeasured: ms < blindFrom || ms >= blindUntil,
  })
}

function waveOf({ shape, mean, amplitude, periodMs }: Wave, rng: Rng): (ms: number) => Demand {
  const phase = rng.next()
  const height = shape === 'sine' ? sine : sawTooth
  return (ms) => ({
    load: mean * (1 + amplitude * height((ms / periodMs + phase) % 1)),
    isMeasured: true,
  })
}

/** Both go from −1 to 1 in a turn from 0 to 1. */
function sine(turn: number): number {
  return Math.sin(2 * Math.PI * turn)
}

function sawTooth(turn: number): number {
  return 2 * turn - 1
}
