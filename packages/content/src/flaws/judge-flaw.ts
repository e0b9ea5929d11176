import { contradictionById, contradictions } from '../contradictions.ts'
import type { Contradiction, Flawed } from '../contradictions.ts'

/** By id of the pair. */
export type FlawGuesses = Readonly<Record<string, Flawed | undefined>>

export interface FlawScore {
  readonly right: number
  /** How many were guessed at all. */
  readonly guessed: number
  readonly of: number
  /** The pairs that were guessed wrongly, in the order of the round. */
  readonly missed: readonly Contradiction[]
}

/** Whether somebody found the flaw of a pair. Throws `UnknownId`. */
export function isFlawFound(id: string, guess: Flawed): boolean {
  return contradictionById(id).flawed === guess
}

/** What a round came to so far. */
export function scoreFlaws(guesses: FlawGuesses): FlawScore {
  const guessed = contradictions.filter(({ id }) => guessOf(id, guesses) !== undefined)
  const missed = guessed.filter(({ id, flawed }) => guessOf(id, guesses) !== flawed)
  return {
    right: guessed.length - missed.length,
    guessed: guessed.length,
    of: contradictions.length,
    missed,
  }
}

function guessOf(id: string, guesses: FlawGuesses): Flawed | undefined {
  return Object.hasOwn(guesses, id) ? guesses[id] : undefined
}

/** What is said of a pair once somebody has guessed. */
export function flawText(flawed: Flawed): string {
  switch (flawed) {
    case 'first':
      return 'The first one is wrong.'
    case 'second':
      return 'The second one is wrong.'
    case 'both':
      return 'Both are wrong.'
  }
}
