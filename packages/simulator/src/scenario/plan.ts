import { createRng } from '../random/create-rng.ts'
import { keyOf } from '../random/hash.ts'
import { drawFault, usualKinds } from '../faults/draw-fault.ts'
import type { FaultMix } from '../faults/draw-fault.ts'
import type { Fault } from '../faults/fault.ts'
import { validatePlan } from '../faults/validate-plan.ts'
import type { Definition } from './definition.ts'
import { calm, swarmProfile } from './profile.ts'
import type { Profile } from './profile.ts'
import { clientIds, drawWorkload } from './workload.ts'
import type { WorkItem } from './workload.ts'

const HEAL_AT = 0.7
const FAULTS_MAX = 6

/** What to change of a seed's own run. Whatever is left out is drawn from the seed. */
export interface RunOptions {
  readonly seed: number
  /** Faults instead of the drawn ones. */
  readonly plan?: readonly Fault[]
  /** Calls instead of the drawn ones. */
  readonly workload?: readonly WorkItem[]
  /** Which of the drawn calls are made, by their places from 0; default all of them. */
  readonly kept?: readonly number[]
  /** Changes of the profile. */
  readonly profile?: Partial<Profile>
  /** How many clients, at most those of the scenario. */
  readonly clients?: number
  /** Length of the run in virtual milliseconds. */
  readonly runMs?: number
  /** When the world is healed, in virtual milliseconds; default the scenario's share of `runMs`. */
  readonly healAtMs?: number
  /** Keeps the whole trace. A run that finds something is repeated so by itself. */
  readonly full?: boolean
  /** Freezes what is sent and stored, and so finds who changes it later; default true. */
  readonly strict?: boolean
}

/** A run settled in every detail: the same one gives the same run. */
export interface SettledRun {
  readonly seed: number
  readonly plan: readonly Fault[]
  readonly workload: readonly WorkItem[]
  readonly profile: Profile
  readonly clients: number
  readonly runMs: number
  readonly healAtMs: number
  readonly servers: readonly string[]
}

/**
 * Draws what the options leave open.
 *
 * @throws BadPlan when the plan names what this world has not
 */
export function settleRun<M>(definition: Definition<M>, options: RunOptions): SettledRun {
  const { seed } = options
  const profile = { ...drawProfile(definition, seed), ...options.profile }
  const clients = Math.min(definition.clients?.count ?? 0, options.clients ?? Infinity)
  const runMs = options.runMs ?? definition.runMs
  const healAtMs = options.healAtMs ?? Math.round(runMs * (definition.healAt ?? HEAL_AT))
  const servers = definition.nodes.slice(0, profile.nodes)
  const mix = mixOf(definition, profile, runMs)
  const plan = options.plan ?? drawPlan(definition, seed, mix)
  validatePlan(plan, { nodes: servers, clients: clientIds(clients), rules: mix.rules })
  const called = options.workload ?? drawnCalls(definition, options, runMs)
  const present = new Set(clientIds(clients))
  const workload = called.filter(({ client }) => present.has(client))
  return { seed, plan, workload, profile, clients, runMs, healAtMs, servers }
}

/** Which faults a world may meet. */
export function mixOf<M>(
  definition: Definition<M>,
  { nodes }: Pick<Profile, 'nodes'>,
  runMs: number,
): FaultMix {
  const rules = (definition.adversary ?? []).map(({ name }) => name)
  const leader = definition.show?.leader
  const kinds = definition.faults ?? usualKinds
  return {
    kinds: kinds.filter((kind) => kind !== 'strike' || rules.length > 0),
    nodes: definition.nodes.slice(0, nodes),
    untilMs: runMs * (definition.healAt ?? HEAL_AT),
    roles: leader === undefined ? [] : [leader],
    rules,
  }
}

function drawProfile<M>({ nodes, profile }: Definition<M>, seed: number): Profile {
  if (profile !== 'swarm') return { ...calm, nodes: nodes.length, ...profile }
  return swarmProfile(createRng(keyOf(seed, 'profile')), nodes.length)
}

function drawPlan<M>(definition: Definition<M>, seed: number, mix: FaultMix): Fault[] {
  if (mix.kinds.length === 0) return []
  const rng = createRng(keyOf(seed, 'plan'))
  const count = rng.int((definition.faultsMax ?? FAULTS_MAX) + 1)
  const faults = Array.from({ length: count }, () => drawFault(rng, mix))
  return faults.toSorted((a, b) => timeOf(a) - timeOf(b))
}

function timeOf(fault: Fault): number {
  return 'at' in fault ? fault.at : -1
}

function drawnCalls<M>(
  { clients }: Definition<M>,
  { seed, kept }: RunOptions,
  runMs: number,
): WorkItem[] {
  const drawn = clients === undefined ? [] : drawWorkload(seed, clients, runMs)
  if (kept === undefined) return drawn
  const places = new Set(kept)
  return drawn.filter((_, place) => places.has(place))
}
