import { refOf, refsIn, valueOf } from './coded.ts'
import type { Step } from './recorded-calls.ts'

/** So many steps are told as they were. */
const KEPT_MAX = 40

/**
 * The steps that have to do with the last one: those on the objects it is about, on what these were
 * made of, and on what they handed over. A short conversation is kept whole.
 */
export function relevantSteps(steps: readonly Step[]): readonly Step[] {
  const last = steps.at(-1)
  if (last === undefined) return steps
  if (isAlone(last)) return [last]
  if (steps.length <= KEPT_MAX) return steps
  const wanted = connectedWith(last, steps)
  let isKept = false
  return steps.filter((step) => {
    const refs = [...refsOf(step)]
    // What happens by itself, as promises go on, belongs to what was done before.
    if (refs.length > 0) isKept = refs.some((ref) => wanted.has(ref))
    else if (step.do !== 'meanwhile') isKept = false
    return isKept || step === last
  })
}

/** A call of an exported function with nothing but data: a question without a story. */
function isAlone(step: Step): boolean {
  return step.do === 'call' && typeof step.at === 'string' && [...refsOf(step)].length === 0
}

/** Numbers of all objects that are tied to those of a step by some other step. */
function connectedWith(last: Step, steps: readonly Step[]): ReadonlySet<number> {
  const wanted = new Set(refsOf(last))
  for (let before = -1; wanted.size !== before;) {
    before = wanted.size
    for (const step of steps.toReversed()) {
      const refs = [...refsOf(step)]
      if (refs.some((ref) => wanted.has(ref))) for (const ref of refs) wanted.add(ref)
    }
  }
  return wanted
}

/** Objects, functions and promises that a step is about, hands over or makes. */
function* refsOf({ at, args = [], outcome, asks = [] }: Step): Generator<number> {
  if (typeof at !== 'string') yield refOf(at)
  for (const coded of [...args, valueOf(outcome)]) yield* refsIn(coded)
  for (const ask of asks) {
    for (const coded of [...(ask.args ?? []), valueOf(ask.outcome)]) yield* refsIn(coded)
    for (const step of ask.steps ?? []) yield* refsOf(step)
  }
}
