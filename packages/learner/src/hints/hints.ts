import type { Kit } from '../kit/open-kit.ts'

/** One hint: of the part that the last failure is about, or of the whole exercise. */
export interface Hint {
  /** From 1. */
  readonly level: number
  readonly levels: number
  /** Such as `A nudge`. */
  readonly title: string
  /** Name of the part; null where it is about the whole exercise. */
  readonly part: string | null
  /** Markdown. */
  readonly text: string
}

/**
 * The next hint that was not shown yet; the last one again when all were. It is remembered.
 *
 * @param options.part name of a part; default: the part of the last failure
 * @throws LearnerError `no-hints`
 */
export function nextHint(
  _kit: Kit,
  _slug: string,
  _options: { part?: string } = {},
): Promise<Hint> {
  throw new Error('nextHint is not written yet')
}

/** The hints that were shown so far, in their order. */
export function shownHints(_kit: Kit, _slug: string): Promise<readonly Hint[]> {
  throw new Error('shownHints is not written yet')
}
