import type { SourceId } from './sources.ts'

/**
 * How near the kit got to the evidence: `primary`, the source itself was read; `secondary`, a text
 * that quotes it was read; `knowledge`, the field's common knowledge, the named source was not
 * opened again; `measured`, this repository measures it.
 */
export type Trust = 'primary' | 'secondary' | 'knowledge' | 'measured'

/**
 * How the wording stands to its source: `supported`, the source says so; `derived`, arithmetic on
 * what the source says; `qualified`, true within the limits of the caveat; `corrected`, a well-known
 * version of it is wrong, and the caveat names that version; `measured`, a command recomputes it.
 */
export type Verdict = 'supported' | 'derived' | 'qualified' | 'corrected' | 'measured'

interface Evidence {
  /** Year, month or day that the statement holds for: YYYY, YYYY-MM or YYYY-MM-DD. */
  asOf: string
  /** What a fair speaker adds. `qualified` and `corrected` statements always have one. */
  caveat?: string
}

/** Evidence from outside the repository. */
export interface Sourced extends Evidence {
  sources: readonly [SourceId, ...SourceId[]]
  trust: Exclude<Trust, 'measured'>
  verdict: Exclude<Verdict, 'measured'>
  /** For `derived`: the sum itself, e.g. "5 × 10¹² ÷ 365". */
  derivation?: string
  measuredBy?: undefined
}

/** Evidence that the repository makes itself; the sources only explain it. */
export interface Measured extends Evidence {
  sources: readonly SourceId[]
  trust: 'measured'
  verdict: 'measured'
  /** The command that measures it again. */
  measuredBy: string
  derivation?: undefined
}
