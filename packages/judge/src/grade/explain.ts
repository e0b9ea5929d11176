import { stripVTControlCharacters } from 'node:util'

import type { ThrownText } from '../run/events.ts'
import type { VerdictState } from '../verdict.ts'
import { causesOf } from './causes-of.ts'
import { compared } from './compared.ts'
import type { OwnFrames } from './own-frames.ts'

/** What one error says about a submission. */
export interface Explanation {
  state: VerdictState
  got: string
  frames: string[]
}

/** The state an error stands for, and the error in words for the learner. */
export function explain(error: ThrownText, own: OwnFrames): Explanation {
  const chain = causesOf(error)
  const frames = chain.map((link) => own.in(link.stack)).findLast((list) => list.length > 0) ?? []
  const withheld = chain.find((link) => link.name === 'Withheld')
  if (withheld !== undefined) return { state: 'forbidden', got: clean(withheld.message), frames }
  if (chain.some((link) => /out of memory|Array buffer allocation failed/i.test(link.message))) {
    return { state: 'out-of-memory', got: 'It used up its memory.', frames }
  }
  const origin = chain.at(-1) ?? error
  if (error.name === 'NotDeterministic') {
    return { state: 'not-deterministic', got: clean(error.message), frames: [] }
  }
  if (own.beganIn(origin.stack)) {
    return { state: 'threw', got: `Your code threw ${nameAndMessage(origin)}`, frames }
  }
  if (origin.stack === '') {
    return { state: 'threw', got: `Your code threw ${origin.message}`, frames: [] }
  }
  return { state: 'failed', got: storyOf(error, origin), frames: [] }
}

/** A story as the suite tells it; fast-check's own report only says what it tried. */
function storyOf(error: ThrownText, origin: ThrownText): string {
  const [, counterexample] =
    /^Property failed after [^]*?\nCounterexample: (.*)/.exec(error.message) ?? []
  if (counterexample === undefined) return plain(error.message)
  return `${plain(origin.message)}\nSmallest case: ${counterexample}`
}

function nameAndMessage({ name, message }: ThrownText): string {
  const text = clean(message)
  return text === '' ? name : `${name}: ${text}`
}

/** Without the note on how vitest compared. */
function plain(text: string): string {
  return compared(clean(text).replace(/ \/\/ (?:Object\.is|deep) equality$/, ''))
}

function clean(text: string): string {
  return stripVTControlCharacters(text).replaceAll('\r', '').trimEnd()
}
