import type { Coded, Outcome, Place } from './recorded-calls.ts'

export type Tagged = Extract<Coded, readonly unknown[]>

/** Whether it is an array that begins with what it is, and no record. */
export function isTagged(coded: object): coded is Tagged {
  return Array.isArray(coded)
}

/** A part that is a text; empty where it is something else. */
export function textIn(coded: Coded | undefined): string {
  return typeof coded === 'string' ? coded : ''
}

/** A part that is a number; NaN where it is something else. */
export function numberIn(coded: Coded | undefined): number {
  return typeof coded === 'number' ? coded : Number.NaN
}

export function refOf(at: Exclude<Place, string>): number {
  return typeof at === 'number' ? at : at.of
}

export function valueOf(outcome: Outcome): Coded {
  return 'gave' in outcome ? outcome.gave : outcome.threw
}

/** Numbers of objects of the submission in a value. */
export function* refsIn(coded: Coded): Generator<number> {
  if (typeof coded !== 'object' || coded === null) return
  if (!isTagged(coded)) {
    for (const part of Object.values(coded)) yield* refsIn(part)
    return
  }
  const [kind, first, ...rest] = coded
  if ((kind === 'r' || kind === 'p' || kind === 'w') && typeof first === 'number') yield first
  else for (const part of [first, ...rest]) if (part !== undefined) yield* refsIn(part)
}

/** The same text for values that differ in nothing but numbers, which are those of one run. */
export function withoutNumbers(coded: Coded): string {
  return JSON.stringify(plain(coded))
}

function plain(coded: Coded): unknown {
  if (typeof coded !== 'object' || coded === null) return coded
  if (!isTagged(coded)) {
    return Object.fromEntries(Object.entries(coded).map(([key, part]) => [key, plain(part)]))
  }
  const [kind, ...parts] = coded
  if (['r', 'p', 'w', 'f', 'h'].includes(kind)) return [kind]
  return [kind, ...parts.map((part) => plain(part))]
}
