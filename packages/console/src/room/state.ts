import type { Release, SubmissionStanding } from '@five-pillars/room'

import { STOPPED } from '../agenda/clock.ts'
import type { Agenda, Clock } from '../agenda/clock.ts'
import { NO_GAME_DAY } from '../game-day/state.ts'
import type { GameDayState } from '../game-day/state.ts'
import type { Announcement, Leave, RaisedHand } from '../view.ts'

/** What the board needs of a verdict; all of it is in the store. */
export interface VerdictFacts {
  readonly key: string
  readonly state: string
  readonly points: number
  readonly total: number
  /** Ids of promises, in the order of the manifest. */
  readonly kept: readonly string[]
  readonly broken: readonly string[]
  /** The promise that its learner is told of first. */
  readonly first: string | null
  /** Broken promises that have a run, and how many lines it takes to tell. */
  readonly runs: ReadonlyMap<string, number>
}

/** A submission that was acknowledged. */
export interface SubmissionState {
  readonly id: string
  readonly seq: number
  readonly learner: string
  readonly exercise: string
  /** Hash of its source. */
  readonly source: string
  readonly kit: string
  readonly sentAt: number
  standing: Exclude<SubmissionStanding['kind'], 'judging'>
  verdict: VerdictFacts | null
  supersededBy: string | null
  why: string | null
  leave: Leave
}

/** One learner at one exercise. */
export interface Cell {
  newest: SubmissionState | null
  newestJudged: SubmissionState | null
  best: number
  /** Checks on the learner's machine, and judged submissions. */
  attempts: number
  hints: number
  /** Every promise that was ever kept. */
  readonly everKept: Set<string>
  /** Promises kept by what was heard last. */
  keptNow: number
  /** The promise that was broken last; null where all were kept. */
  broken: string | null
  /** Attempts in a row that broke it. */
  sameBroken: number
  /** When the last new promise was kept, or the exercise was begun. */
  progressAt: number
  lastAt: number
}

export interface LearnerState {
  readonly id: string
  nickname: string
  readonly joinedAt: number
  seenAt: number
  /** Whether the store knows that a token of theirs was used. */
  isSeen: boolean
  kit: string | null
  /** Streams of events that are open. */
  connections: number
  hand: RaisedHand | null
  readonly cells: Map<string, Cell>
}

interface ReleaseState extends Release {
  readonly at: number
  /** Null: the whole room. */
  readonly learner: string | null
}

/** What is on the screen. */
export interface Shown {
  readonly submission: string
  readonly as: 'anonymous' | 'named'
  /** The promise whose run is shown; null: the first that is broken. */
  readonly promise: string | null
}

/**
 * All that is true of the room now. It can be made from the store at any time: what is in it and not
 * there (connections) is true of this process only.
 */
export interface RoomState {
  name: string
  code: string
  readonly learners: Map<string, LearnerState>
  readonly submissions: Map<string, SubmissionState>
  readonly releases: ReleaseState[]
  readonly announcements: Announcement[]
  agenda: Agenda
  clock: Clock
  shown: Shown | null
  isLeaderboardOn: boolean
  gameDay: GameDayState
  /** What phones follow the talk with; null until the host has made it. */
  followToken: string | null
  /** Why an exercise is not judged, by slug. */
  readonly damage: Map<string, string>
  judged: number
}

export function emptyRoom(name: string, code: string, agenda: Agenda): RoomState {
  return {
    name,
    code,
    learners: new Map(),
    submissions: new Map(),
    releases: [],
    announcements: [],
    agenda,
    clock: STOPPED,
    shown: null,
    isLeaderboardOn: false,
    gameDay: NO_GAME_DAY,
    followToken: null,
    damage: new Map(),
    judged: 0,
  }
}

/** What a learner has at an exercise, made where there is nothing yet. */
export function cellOf(learner: LearnerState, exercise: string, at: number): Cell {
  const known = learner.cells.get(exercise)
  if (known !== undefined) return known
  const cell: Cell = {
    newest: null,
    newestJudged: null,
    best: 0,
    attempts: 0,
    hints: 0,
    everKept: new Set(),
    keptNow: 0,
    broken: null,
    sameBroken: 0,
    progressAt: at,
    lastAt: at,
  }
  learner.cells.set(exercise, cell)
  return cell
}

/** What came of a check or of a submission, as far as it tells how somebody gets on. */
export interface Outcome {
  readonly at: number
  readonly kept: readonly string[]
  readonly broken: string | null
}

/** Notes an outcome: a promise that was never kept before is progress. */
export function noteOutcome(cell: Cell, { at, kept, broken }: Outcome): void {
  const isProgress = kept.some((promise) => !cell.everKept.has(promise))
  for (const promise of kept) cell.everKept.add(promise)
  if (isProgress) cell.progressAt = at
  cell.sameBroken =
    broken === null ? 0 : broken === cell.broken && !isProgress ? cell.sameBroken + 1 : 1
  cell.broken = broken
  cell.keptNow = kept.length
  cell.attempts += 1
  cell.lastAt = Math.max(cell.lastAt, at)
}

/** Notes a submission that was acknowledged. */
export function noteSubmission(state: RoomState, submission: SubmissionState): void {
  state.submissions.set(submission.id, submission)
  const learner = state.learners.get(submission.learner)
  if (learner === undefined) return
  learner.kit = submission.kit
  cellOf(learner, submission.exercise, submission.sentAt).newest = submission
}

/** Notes what the judge said of one. */
export function noteVerdict(
  state: RoomState,
  submission: SubmissionState,
  verdict: VerdictFacts,
  at: number,
): void {
  submission.standing = 'judged'
  submission.verdict = verdict
  state.judged += 1
  const learner = state.learners.get(submission.learner)
  if (learner === undefined) return
  const cell = cellOf(learner, submission.exercise, submission.sentAt)
  cell.best = Math.max(cell.best, verdict.points)
  if (cell.newestJudged === null || cell.newestJudged.seq <= submission.seq) {
    cell.newestJudged = submission
  }
  noteOutcome(cell, { at, kept: verdict.kept, broken: verdict.first ?? verdict.broken[0] ?? null })
}
