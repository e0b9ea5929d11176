import fc from 'fast-check'

import { drawFault } from '../faults/draw-fault.ts'
import type { FaultMix } from '../faults/draw-fault.ts'
import type { Fault } from '../faults/fault.ts'
import { mixOf } from '../scenario/plan.ts'
import type { Scenario } from '../scenario/simulate.ts'

/** The numbers of one fault are drawn from this many; the smaller, the simpler the fault. */
const DRAWS = 7
const FINENESS = 1 << 20

export interface PlanOptions {
  /** The most faults of one plan; default 6. */
  readonly max?: number
}

/**
 * Fault plans for a scenario as a fast-check arbitrary, which shrinks to fewer, earlier and shorter
 * faults: `fc.property(fc.noShrink(fc.nat()), faults.plan(scenario), (seed, plan) => …)`. Wrap the
 * seed in `fc.noShrink`: a smaller seed is not a simpler world, only another one.
 */
function plan<M>(
  { definition }: Scenario<M>,
  { max = 6 }: PlanOptions = {},
): fc.Arbitrary<Fault[]> {
  const profile = { nodes: smallestOf(definition), adversary: 0 }
  const mix = mixOf(definition, profile, definition.runMs)
  return fc.array(oneFault(mix), { maxLength: max })
}

/** A plan names only nodes that are there in every profile. */
function smallestOf<M>({ nodes, profile }: Scenario<M>['definition']): number {
  return profile === 'swarm' ? Math.min(3, nodes.length) : (profile.nodes ?? nodes.length)
}

function oneFault(mix: FaultMix): fc.Arbitrary<Fault> {
  const numbers = fc.array(fc.nat(FINENESS - 1), { minLength: DRAWS, maxLength: DRAWS })
  return numbers.map((drawn) => {
    const left = drawn.values()
    return drawFault({ int: (n) => Math.floor(((left.next().value ?? 0) * n) / FINENESS) }, mix)
  })
}

export const faults = { plan } as const
