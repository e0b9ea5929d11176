import type { NodeId } from '@five-pillars/simulator'

import type { Change, Which } from './change.ts'

interface Pair {
  readonly a: NodeId
  readonly b: NodeId
}

/** Whether a link is cut by hand at a time. */
export function isCutByHand(changes: readonly Change[], link: Pair, at: number): boolean {
  return lastCut(changes, link, at)?.kind === 'cut'
}

/**
 * Cuts a link, or mends one that was cut by hand.
 *
 * @param at the time that is shown
 * @param moment the next time at which something can be done
 */
export function switchLink(
  changes: readonly Change[],
  { a, b }: Pair,
  at: number,
  moment: number,
): readonly Change[] {
  const last = lastCut(changes, { a, b }, at)
  // What was done at this very time is taken back.
  if (last?.at === at) return without(changes, last)
  return [...changes, { kind: last?.kind === 'cut' ? 'mend' : 'cut', a, b, at: moment }]
}

/** Loses a message, whatever else happened to it. */
export function lose(
  changes: readonly Change[],
  message: Which,
  moment: number,
): readonly Change[] {
  return [...changes, { kind: 'lose', message, at: moment }]
}

/**
 * Holds a message up. What was done to it a moment ago counts no more: it is late by this much.
 *
 * @param at the time that is shown
 */
export function delay(
  changes: readonly Change[],
  message: Which,
  byMs: number,
  { at, moment }: { readonly at: number; readonly moment: number },
): readonly Change[] {
  const last = lastDelay(changes, message, at)
  const rest = last === undefined ? changes : without(changes, last)
  return [...rest, { kind: 'delay', message, byMs, at: last?.at ?? moment }]
}

/** By how much a message was held up at exactly the time that is shown; 0 where it was not. */
export function delayNow(changes: readonly Change[], message: Which, at: number): number {
  return lastDelay(changes, message, at)?.byMs ?? 0
}

/** All changes but one. Who mends what was never cut does nothing, and goes as well. */
export function without(changes: readonly Change[], gone: Change): readonly Change[] {
  const rest = changes.filter((each) => each !== gone)
  return rest.filter((each) => each.kind !== 'mend' || isMending(rest, each))
}

type Cut = Extract<Change, Pair>

function lastCut(changes: readonly Change[], { a, b }: Pair, at: number): Cut | undefined {
  return changes
    .flatMap((each) => {
      const isOfLink = (each.kind === 'cut' || each.kind === 'mend') && each.a === a && each.b === b
      return isOfLink && each.at <= at ? [each] : []
    })
    .toSorted((one, other) => one.at - other.at)
    .at(-1)
}

function isMending(changes: readonly Change[], mend: Cut): boolean {
  const others = changes.filter((each) => each !== mend)
  return isCutByHand(others, mend, mend.at)
}

function lastDelay(
  changes: readonly Change[],
  { from, to, nth, isCopy }: Which,
  at: number,
): Extract<Change, { readonly kind: 'delay' }> | undefined {
  for (const each of changes.toReversed()) {
    if (each.kind !== 'delay' || each.at !== at) continue
    const { message } = each
    const isSameLink = message.from === from && message.to === to
    if (isSameLink && message.nth === nth && message.isCopy === isCopy) return each
  }
  return undefined
}
