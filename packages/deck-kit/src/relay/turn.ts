import type { Position } from './messages.ts'

/** Slidev's own sign for the last click of a slide that it has not drawn yet. */
const LAST_CLICK = 999_999

/**
 * One click onward. While nobody has said how many clicks the slide has, it is one click more: the
 * window that shows the slide says where that leads.
 */
export function onward({ page, clicks, total }: Position, slides: number): Position {
  if (total === null || clicks < total) return { page, clicks: clicks + 1, total }
  return page < slides ? { page: page + 1, clicks: 0, total: null } : { page, clicks, total }
}

/** One click back; from the first one to the end of the slide before. */
export function back({ page, clicks, total }: Position): Position {
  if (clicks > 0) return { page, clicks: Math.min(clicks, total ?? clicks) - 1, total }
  return page > 1 ? { page: page - 1, clicks: LAST_CLICK, total: null } : { page, clicks, total }
}
