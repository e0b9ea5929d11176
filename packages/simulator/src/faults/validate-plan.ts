import type { NodeId } from '../contract.ts'
import type { Fault, MessageFault, Target } from './fault.ts'

/** What a plan may name. */
export interface PlanLimits {
  /** The servers of the world. */
  readonly nodes: readonly NodeId[]
  /** Its clients, of which only faults of a link or of a message can be. */
  readonly clients: readonly NodeId[]
  /** The scenario's rules that a strike may name. */
  readonly rules: readonly string[]
}

/** A plan that this world cannot carry out. */
export class BadPlan extends Error {
  override name = 'BadPlan'
}

/**
 * Holds a plan against a world before anything runs.
 *
 * @throws BadPlan that names the fault by its place, what is wrong with it, and what there is
 */
export function validatePlan(faults: readonly Fault[], limits: PlanLimits): void {
  for (const [place, fault] of faults.entries()) {
    const problem = problemOf(fault, limits)
    if (problem !== undefined) throw new BadPlan(`fault ${place + 1} (${fault.kind}): ${problem}`)
  }
}

function problemOf(fault: Fault, { nodes, clients, rules }: PlanLimits): string | undefined {
  const known = 'from' in fault ? [...nodes, ...clients] : nodes
  const absent = namesOf(fault).find((name) => !known.includes(name))
  if (absent !== undefined) {
    return `there is no node ${JSON.stringify(absent)} in this world; there are ${known.join(', ')}`
  }
  if (fault.kind === 'lose-message' || fault.kind === 'delay-message') {
    return messageProblem(fault)
  }
  if (fault.kind === 'strike') {
    if (!rules.includes(fault.rule)) {
      const others = rules.length === 0 ? 'there is none' : `there are ${rules.join(', ')}`
      return `there is no rule ${JSON.stringify(fault.rule)}; ${others}`
    }
    if (!isPlace(fault.nth)) return `nth is ${fault.nth}, not 1 or more`
  } else if (!isTime(fault.at)) {
    return `at is ${fault.at}, not a time in milliseconds`
  }
  if ('for' in fault && !isTime(fault.for)) return `for is ${fault.for}, not a time in milliseconds`
  return valueProblem(fault)
}

function messageProblem(fault: MessageFault): string | undefined {
  if (fault.from === fault.to) return `from and to are both ${JSON.stringify(fault.from)}`
  if (!isPlace(fault.nth)) return `nth is ${fault.nth}, not 1 or more`
  if (!isTime(fault.afterMs)) return `afterMs is ${fault.afterMs}, not 0 or more`
  if (fault.kind === 'lose-message' || isTime(fault.byMs)) return undefined
  return `byMs is ${fault.byMs}, not 0 or more`
}

function valueProblem(fault: Exclude<Fault, MessageFault>): string | undefined {
  switch (fault.kind) {
    case 'loss':
    case 'duplicate':
      return fault.share >= 0 && fault.share <= 1
        ? undefined
        : `share is ${fault.share}, not 0 to 1`
    case 'slow':
      return isTime(fault.extraMs) ? undefined : `extraMs is ${fault.extraMs}, not 0 or more`
    case 'clock-jump':
      return Number.isFinite(fault.byMs) ? undefined : `byMs is ${fault.byMs}, not a number`
    case 'clock-rate':
      return fault.rate >= 0.01 && fault.rate <= 100
        ? undefined
        : `rate is ${fault.rate}, not 0.01 to 100`
    case 'crash':
    case 'pause':
    case 'partition':
    case 'isolate':
    case 'cut':
    case 'ring':
    case 'swizzle':
    case 'disk-full':
    case 'strike':
      return undefined
  }
}

function namesOf(fault: Fault): NodeId[] {
  switch (fault.kind) {
    case 'partition':
      return fault.groups.flat()
    case 'swizzle':
      return [...fault.nodes]
    case 'cut':
    case 'lose-message':
    case 'delay-message':
      return [fault.from, fault.to].filter(isName)
    case 'loss':
    case 'duplicate':
    case 'ring':
      return []
    case 'crash':
    case 'pause':
    case 'isolate':
    case 'slow':
    case 'clock-jump':
    case 'clock-rate':
    case 'disk-full':
    case 'strike':
      return [fault.node].filter(isName)
  }
}

function isName(target: Target): target is NodeId {
  return typeof target === 'string'
}

/** Whether a number can be a place in a count from 1. */
function isPlace(value: number): boolean {
  return Number.isInteger(value) && value >= 1
}

function isTime(value: number): boolean {
  return Number.isFinite(value) && value >= 0
}
