import { counted, listed, quoted } from '@five-pillars/suite'

import type { Action, HealerOptions, Item, Spec } from '../../src/self-healer.ts'
import { clockText } from './words.ts'

/** What an action is judged by. */
export interface Facts {
  readonly spec: Spec
  readonly actual: readonly Item[]
  readonly options: Readonly<HealerOptions>
  /** By id, and whether the item was healthy when that began. */
  readonly underWay: ReadonlyMap<string, boolean>
  /** Until when an item is left alone. */
  readonly waits: ReadonlyMap<string, number>
  readonly now: number
}

/** Says in a sentence why an action must not begin; null where this is no reason. */
export type Rule = (facts: Facts, action: Action) => string | null

/** A clock and a sum of waits may differ in the last bit. */
const ROUNDING_MS = 0.01

export function itemOf(actual: readonly Item[], id: string): Item | undefined {
  return actual.find((item) => item.id === id)
}

/** Whether an item needs nothing. */
export function isAsWanted({ plan, ids }: Spec, actual: readonly Item[], id: string): boolean {
  const item = itemOf(actual, id)
  if (!ids.includes(id)) return item === undefined
  return item?.health === 'healthy' && item.plan === plan
}

/** All that would make it as it should be, whether it may be done or not. */
function needs(spec: Spec, actual: readonly Item[]): Action[] {
  const ids = new Set([...spec.ids, ...actual.map(({ id }) => id)])
  return [...ids]
    .filter((id) => !isAsWanted(spec, actual, id))
    .map((id) =>
      spec.ids.includes(id) ? { kind: 'put', id, plan: spec.plan } : { kind: 'remove', id },
    )
}

/** Nothing is done for nothing. */
export const onlyNeeded: Rule = ({ spec, actual }, action) => {
  const { kind, id } = action
  const isListed = spec.ids.includes(id)
  if (kind === 'remove') {
    if (isListed) return `It removes ${quoted(id)}, which is wanted.`
    return itemOf(actual, id) === undefined ? `It removes ${quoted(id)}, which is not there.` : null
  }
  if (!isListed) return `It puts ${quoted(id)}, and nobody wants that.`
  if (action.plan !== spec.plan) {
    return `It puts ${quoted(id)} of plan ${action.plan}, and plan ${spec.plan} is wanted.`
  }
  if (!isAsWanted(spec, actual, id)) return null
  return `It puts ${quoted(id)} anew, and that was as it should be.`
}

/** Whoever cannot be seen is left alone. */
export const leavesUnknown: Rule = ({ actual }, { id }) => {
  if (itemOf(actual, id)?.health !== 'unknown') return null
  return `It acts on ${quoted(id)}, and nobody knows how that is.`
}

/** Who is late holds still. */
export const yieldsToNewer: Rule = ({ spec, actual }, { id }) => {
  const newer = actual.find(({ plan }) => plan > spec.plan)
  if (newer === undefined) return null
  return `It acts on ${quoted(id)} for plan ${spec.plan}, and ${quoted(newer.id)} is of plan ${newer.plan} already.`
}

/** One action on an item at a time, and only so many in all. */
export const oneAtATime: Rule = ({ underWay, options }, { id }) => {
  if (underWay.has(id)) return `It acts on ${quoted(id)}, and its last action on that is under way.`
  if (underWay.size < options.maxConcurrent) return null
  return `It begins another action beside ${underWay.size}, and maxConcurrent is ${options.maxConcurrent}.`
}

/** Whoever is well is taken down with care. */
export const fewDisruptions: Rule = ({ actual, underWay, options }, { kind, id }) => {
  if (kind === 'remove' || itemOf(actual, id)?.health !== 'healthy') return null
  const { disruptionBudget, minHealthyRatio } = options
  const disrupted = [...underWay.values()].filter((wasHealthy) => wasHealthy).length
  if (disrupted >= disruptionBudget) {
    return `It puts the healthy ${quoted(id)} anew beside ${counted(disrupted, 'other')}, and disruptionBudget is ${disruptionBudget}.`
  }
  const left = healthyLeft(actual, underWay, id)
  if (left === 0) return `It puts ${quoted(id)} anew, and nobody else is healthy.`
  if (left >= minHealthyRatio * actual.length) return null
  return `It puts the healthy ${quoted(id)} anew, and ${left} healthy of ${actual.length} are left: minHealthyRatio is ${minHealthyRatio}.`
}

/** What is no longer wanted goes when all that is wanted is there, and never the last. */
export const removesLast: Rule = ({ spec, actual, underWay }, { kind, id }) => {
  if (kind === 'put') return null
  const lacking = spec.ids.filter((one) => !isAsWanted(spec, actual, one))
  if (lacking.length > 0) {
    const few = listed(lacking.slice(0, 3).map((one) => quoted(one)))
    return `It removes ${quoted(id)}, and not all that is wanted is there: ${few}.`
  }
  if (healthyLeft(actual, underWay, id) > 0) return null
  return `It removes ${quoted(id)}, and no healthy one is left.`
}

/** Whoever was acted on is left alone for a while. */
export const backsOff: Rule = ({ waits, now }, { id }) => {
  const until = waits.get(id)
  if (until === undefined || now >= until - ROUNDING_MS) return null
  return `It acts on ${quoted(id)}, which is to be left alone until ${clockText(until)}.`
}

const all: readonly Rule[] = [
  leavesUnknown,
  yieldsToNewer,
  oneAtATime,
  fewDisruptions,
  removesLast,
  backsOff,
]

/** All that may begin. */
export function possible(facts: Facts): Action[] {
  if (all.length < 6) throw new Error('sentinel-self-healer-rules.ts: a rule is missing')
  return needs(facts.spec, facts.actual).filter((action) => {
    return all.every((rule) => rule(facts, action) === null)
  })
}

/** Whether so few look healthy that it is not they who are ill. */
export function looksWrong(actual: readonly Item[], { minHealthyRatio }: HealerOptions): boolean {
  const healthy = actual.filter(({ health }) => health === 'healthy').length
  return healthy < minHealthyRatio * actual.length
}

function healthyLeft(
  actual: readonly Item[],
  underWay: ReadonlyMap<string, boolean>,
  without: string,
): number {
  return actual.filter(({ id, health }) => {
    return health === 'healthy' && id !== without && !underWay.has(id)
  }).length
}
