import { endOf } from '../history/end-of.ts'
import type { Operation } from '../history/operation.ts'
import { timeText } from '../trace/time-text.ts'
import { IMPOSSIBLE } from './models/model.ts'
import type { Model } from './models/model.ts'
import type { SearchResult } from './search/search.ts'

/** Long values are cut to this many characters; their end tells most about appended texts. */
const MAX_CHARACTERS = 40

/**
 * Says why the search came to an end: which answer nothing explains, and what the value is where
 * the longest order ends; and when that answer came.
 */
export function describeBlocked<State, Input, Output>(
  key: string,
  model: Model<State, Input, Output>,
  { placed, blocked, state }: SearchResult<State, Input, Output>,
): { at: number; text: string } {
  const stuck = blocked[0]
  if (stuck === undefined) throw new Error(`The search of ${key} ended with nothing left to place`)
  const call = model.describe(key, stuck.input)
  const answer = cut(model.describeOutput(stuck.input, stuck.output))
  const value = cut(JSON.stringify(model.stateKey(state)))
  const since = describeOrigin(key, model, placed)
  const text = `No order explains that ${stuck.client}'s ${call} (${describeTimes(stuck)}) gave ${answer}: the longest order that fits leaves ${key} at ${value}${since}.`
  return { at: endOf(stuck), text }
}

/** The last operation of the order that changed the state. */
function describeOrigin<State, Input, Output>(
  key: string,
  model: Model<State, Input, Output>,
  placed: readonly Operation<Input, Output>[],
): string {
  let state = model.initial
  let origin: Operation<Input, Output> | undefined
  for (const operation of placed) {
    const next = model.step(state, operation.input, operation.output)
    if (next === IMPOSSIBLE) throw new Error(`The order found for ${key} is not one`)
    if (model.stateKey(next) !== model.stateKey(state)) origin = operation
    state = next
  }
  if (origin === undefined) return ', as it began'
  const call = cut(model.describe(key, origin.input))
  return `, since ${origin.client}'s ${call} (${describeTimes(origin)})`
}

function describeTimes(operation: Operation): string {
  const end = endOf(operation)
  const start = timeText(operation.invokedAt)
  return end === Infinity ? `from ${start} on, never answered` : `${start} to ${timeText(end)}`
}

function cut(text: string): string {
  return text.length <= MAX_CHARACTERS ? text : `…${text.slice(-MAX_CHARACTERS)}`
}
