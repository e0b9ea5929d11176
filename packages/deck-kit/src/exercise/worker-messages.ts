import { areChanges } from '../hands/change.ts'
import type { Change } from '../hands/change.ts'

/** A run of a learner's file, as data. */
export interface Wanted {
  readonly seed: number
  /** The replay token of a run of this seed that was made smaller; absent: the seed's own run. */
  readonly token?: string
  /** What was done to it by hand. */
  readonly changes: readonly Change[]
}

/** What the stage asks of the worker in which a learner's file runs. */
export interface Request extends Wanted {
  readonly kind:
    | 'run'
    /** Tries seed after seed, from this one on, until something is found broken. */
    | 'search'
    /** Makes this run, in which something is broken, as small as it can. */
    | 'shrink'
}

/** Whether a message of another window is a request. */
export function isRequest(data: unknown): data is Request {
  return (
    typeof data === 'object' &&
    data !== null &&
    'kind' in data &&
    (data.kind === 'run' || data.kind === 'search' || data.kind === 'shrink') &&
    'seed' in data &&
    typeof data.seed === 'number' &&
    (!('token' in data) || typeof data.token === 'string') &&
    'changes' in data &&
    areChanges(data.changes)
  )
}

/** How many seeds a search tries. */
export const SEARCH_SEEDS = 1000

export interface Complaint {
  readonly message: string
  /** Whose fault it is, where that is not the exercise's own file. */
  readonly file?: string
  /** In the learner's file, from 1. */
  readonly line?: number
  /** That line, as the learner wrote it. */
  readonly code?: string
}

/** What the worker tells the stage. */
export type Answer =
  /** The kit's own code is there; the learner's comes next. */
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded' }
  /** The file cannot be used as it is. */
  | { readonly kind: 'broken'; readonly complaint: Complaint }
  /** A search has come to this seed. */
  | { readonly kind: 'searching'; readonly seed: number }
  /** A run is being made smaller; so many smaller ones were tried. */
  | { readonly kind: 'shrinking'; readonly runs: number }
  /** No seed of a search broke anything. */
  | { readonly kind: 'unbroken'; readonly from: number; readonly seeds: number }
  | {
      readonly kind: 'trace'
      readonly trace: unknown
      /** Repeats a run that was made smaller. */
      readonly token?: string
    }

const KINDS = new Set([
  'loading',
  'loaded',
  'broken',
  'searching',
  'shrinking',
  'unbroken',
  'trace',
])

/** Whether a message is the worker's: whatever the learner's code posts is not. */
export function isAnswer(data: unknown): data is Answer {
  return (
    typeof data === 'object' &&
    data !== null &&
    'kind' in data &&
    typeof data.kind === 'string' &&
    KINDS.has(data.kind)
  )
}
