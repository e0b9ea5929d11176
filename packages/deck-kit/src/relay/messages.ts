/** Where a talk stands. */
export interface Position {
  /** Number of the slide, from 1. */
  readonly page: number
  /** From 0; more than the slide has stands for its last one. */
  readonly clicks: number
  /** How many the slide has; null until a window that shows the slide has said so. */
  readonly total: number | null
}

/** `host`: a window of the host's; `remote`: a phone that moves the talk; `follow`: one that reads. */
export type RelayRole = 'host' | 'remote' | 'follow'

export interface PositionTold {
  readonly kind: 'position'
  /** Of this run of the console: another one counts its revisions anew. */
  readonly epoch: string
  readonly revision: number
  /** Null before anybody was in this deck. */
  readonly position: Position | null
  /** Whether somebody else who may move the talk has this deck open. */
  readonly isLed: boolean
}

/** What the console tells a window of a deck, as the data of server-sent events. */
export type Told =
  | PositionTold
  /** The talk goes on in this deck. */
  | { readonly kind: 'deck'; readonly deck: string }
  /** A run is to be shown on top of the slide, or none any more; what it is, is asked for. */
  | { readonly kind: 'shown'; readonly run: string | null }

/** `POST /api/relay/move`: `basis` is the revision that the mover knew. */
export interface Move {
  readonly deck: string
  readonly epoch: string
  readonly basis: number
  readonly position: Position
}

/** Its answer: how it stands now, and whether that is where the mover wanted to be. */
export interface MoveAnswer {
  readonly epoch: string
  readonly revision: number
  readonly position: Position | null
  readonly isTaken: boolean
}

/** What `GET /api/relay/run` answers: a run to be played, or words where there is none to play. */
export interface ShownRun {
  readonly id: string
  /** Whose it is, as a heading; never a name without leave. */
  readonly title: string
  /** The promise that it breaks, or what else is to be looked at. */
  readonly about: string
  /** A trace of the simulator; null where there is only text. */
  readonly trace: unknown
  readonly text: string
}

/** Name of the tag by which the console tells a deck that it serves it, and in which role. */
export const RELAY_META = 'five-pillars-relay'

export function isSamePlace(a: Position, b: Position): boolean {
  return a.page === b.page && a.clicks === b.clicks
}
