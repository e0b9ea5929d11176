import type { Fault, NodeId } from '@five-pillars/simulator'

/** A fault with the words for it. */
export interface Said {
  readonly what: Fault
  readonly text: string
}

/** Faults in words, the newest first. A link that is cut both ways is told once. */
export function faultTexts(said: readonly Said[]): string {
  const newest = said.toReversed()
  const told = newest.flatMap(({ what, text }, index) => {
    const way = wayOf(what)
    const back = newest.findIndex((other) => isWayBack(what, other.what))
    if (back < 0 || way === undefined) return [text]
    return back < index ? [] : [`cut ${way[1]} ↔ ${way[0]}`]
  })
  return told.join(' · ')
}

/** Whether one fault cuts the way back of the link that the other one cuts. */
export function isWayBack(one: Fault, other: Fault): boolean {
  const there = wayOf(one)
  const back = wayOf(other)
  return there !== undefined && there[0] === back?.[1] && there[1] === back[0]
}

function wayOf(what: Fault): readonly [from: NodeId, to: NodeId] | undefined {
  if (what.kind !== 'cut') return undefined
  const { from, to } = what
  return typeof from === 'string' && typeof to === 'string' ? [from, to] : undefined
}
