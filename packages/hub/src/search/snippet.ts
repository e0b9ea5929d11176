import { words } from './search-index.ts'

/** A piece of text, and whether it was asked for. */
export interface Piece {
  text: string
  isHit: boolean
}

/** Letters on each side of the first hit. */
const AROUND = 90

/** The part of a text around what was asked for, in pieces, with the hits marked. */
export function snippet(text: string, query: string): readonly Piece[] {
  const asked = words(query)
  const hits = hitsIn(text, asked)
  const first = hits[0]?.from ?? 0
  const from = wordStart(text, Math.max(0, first - AROUND))
  const to = wordEnd(text, Math.min(text.length, first + 2 * AROUND))
  const pieces: Piece[] = []
  let at = from
  for (const hit of hits.filter((each) => each.from >= from && each.to <= to)) {
    if (hit.from > at) pieces.push({ text: text.slice(at, hit.from), isHit: false })
    pieces.push({ text: text.slice(hit.from, hit.to), isHit: true })
    at = hit.to
  }
  if (at < to) pieces.push({ text: text.slice(at, to), isHit: false })
  if (from > 0) pieces.unshift({ text: '… ', isHit: false })
  if (to < text.length) pieces.push({ text: ' …', isHit: false })
  return pieces
}

/** Where words of the text begin with one that was asked for. */
function hitsIn(text: string, asked: readonly string[]): { from: number; to: number }[] {
  return [...text.matchAll(/[\p{Letter}\p{Number}]+/gu)]
    .filter(([word]) => asked.some((each) => word.toLowerCase().startsWith(each)))
    .map(({ 0: word, index }) => ({ from: index, to: index + word.length }))
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0
  const space = text.indexOf(' ', at)
  return space < 0 ? at : space + 1
}

function wordEnd(text: string, at: number): number {
  if (at === text.length) return at
  const space = text.lastIndexOf(' ', at)
  return space <= 0 ? at : space
}
