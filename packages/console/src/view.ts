// What the console's pages show, as plain JSON: made by pure functions from the store's rows, sent
// whole with each change. Instants are milliseconds since 1970 by the console's clock, so that a page
// on another machine counts down right: it compares `at` with its own clock.
import type { PillarId } from '@five-pillars/content'

/** `GET /api/host/view`: all that the host's page shows. Names are here and nowhere else. */
export interface RoomView {
  /** When this was made. */
  readonly at: number
  readonly room: RoomFacts
  readonly agenda: AgendaView
  /** Columns of the board, in the order of the day. */
  readonly exercises: readonly ExerciseColumn[]
  /** Rows of the board: raised hands first (longest first), then stuck ones, then by nickname. */
  readonly learners: readonly LearnerRow[]
  /** Promises that are broken by the newest judged submissions: the exercise of now first, then most broken first. */
  readonly broken: readonly BrokenPromise[]
  /** Waiting and under judgement. */
  readonly queue: { readonly waiting: number; readonly judging: number }
  /** Submissions judged so far: whoever shows groups asks again when it has changed. */
  readonly judged: number
  /** Newest first, at most 20. */
  readonly announcements: readonly Announcement[]
  readonly releases: readonly ReleaseMade[]
  /** What is on the screen now; null: nothing. */
  readonly shown: ShownRun | null
  readonly isLeaderboardOn: boolean
  readonly gameDay: GameDayView
  /** What the host must know and may mend, worst first. Empty on a good day. */
  readonly troubles: readonly Trouble[]
}

export interface RoomFacts {
  readonly name: string
  /** Six letters that learners type. */
  readonly code: string
  /** What learners join, such as `http://192.168.1.20:4200`. */
  readonly address: string
  /** Whether only this machine can reach that address: nobody else can join then. */
  readonly isLoopback: boolean
  /** Version of the kit that judges. */
  readonly kit: string
}

export interface AgendaView {
  /** Counts changes: a change of the agenda that was made from an older one is refused. */
  readonly version: number
  /** When the day should begin, `HH:MM`. */
  readonly begins: string
  readonly clock: 'ahead' | 'running' | 'paused' | 'over'
  readonly blocks: readonly BlockView[]
  /** Decks that a block may be about. */
  readonly decks: readonly Choice[]
  /** Id of the block of now; null before and after the day. */
  readonly now: string | null
  /** What is left of it while the clock is paused; null while it runs. */
  readonly leftMs: number | null
  /** Minutes behind the plan; negative: ahead of it. */
  readonly driftMinutes: number
  /** Ways back into the plan, best first. */
  readonly advice: readonly Advice[]
}

export interface Choice {
  readonly slug: string
  readonly title: string
}

export type BlockKind = 'deck' | 'exercise' | 'break' | 'talk'
export type Priority = 'must' | 'should' | 'could'

/** A block as the host edits it: `PUT /api/host/agenda` takes `{ version, begins, blocks }` of these. */
export interface Block {
  readonly id: string
  readonly title: string
  readonly kind: BlockKind
  /** Deck or exercise, where the block has one. */
  readonly slug: string | null
  readonly minutes: number
  readonly priority: Priority
}

export interface BlockView extends Block {
  readonly pillar: PillarId | null
  readonly state: 'done' | 'now' | 'ahead' | 'dropped'
  /** When it should have begun, by the plan. */
  readonly plannedAt: number
  /** When it began, or will if all goes on as it is; those of dropped blocks mean nothing. */
  readonly beginsAt: number
  readonly endsAt: number
}

export interface Advice {
  /** A whole sentence: `14 min behind: drop "Stretch: ABD register" after lunch?` */
  readonly text: string
  /** What `POST /api/host/clock` is told when the host agrees. */
  readonly act: { readonly act: 'drop'; readonly block: string } | null
}

export interface ExerciseColumn {
  readonly slug: string
  readonly title: string
  readonly pillar: PillarId | 'all-five'
  readonly promises: number
  readonly points: number
  /** The exercise itself is damaged: why nothing is judged. */
  readonly damage: string | null
}

export interface LearnerRow {
  readonly id: string
  readonly nickname: string
  /** Whether their machine is connected now. */
  readonly isHere: boolean
  readonly seenAt: number
  /** Version of their kit where it is another one than the room's. */
  readonly otherKit: string | null
  readonly hand: RaisedHand | null
  readonly stuck: StuckOn | null
  /** One for each of `exercises`; null where nothing was tried. */
  readonly cells: readonly (BoardCell | null)[]
  /** Best ones of all exercises together. */
  readonly points: number
}

export interface RaisedHand {
  readonly at: number
  readonly exercise: string | null
  /** What they wrote; may be empty. */
  readonly note: string
}

export interface StuckOn {
  readonly exercise: string
  /** The promise that they cannot keep. */
  readonly promise: PromiseText
  /** When the last new promise was kept. */
  readonly since: number
  readonly attempts: number
}

export interface PromiseText {
  readonly id: string
  readonly text: string
}

/** One learner at one exercise. */
export interface BoardCell {
  /** Of the newest submission, or of the checks on the learner's machine where there is none. */
  readonly state: 'trying' | 'waiting' | 'judging' | 'broken' | 'kept' | 'not-judged'
  /** Promises kept by the newest that is known: judged where it was judged, else the learner's word. */
  readonly kept: number
  readonly points: number
  /** Checks and submissions. */
  readonly attempts: number
  /** Hints seen, 0 to 3. */
  readonly hints: number
  readonly isStuck: boolean
  /** The newest judged submission; null where there is none. */
  readonly submission: string | null
}

/** A promise, and how much of the room breaks it. */
export interface BrokenPromise {
  readonly exercise: string
  readonly promise: PromiseText
  /** Learners whose newest judged submission breaks it, of those who have one. */
  readonly learners: number
  readonly of: number
  /** The submission whose run is the smallest; null where none can be shown. */
  readonly smallest: { readonly submission: string; readonly story: string } | null
}

export interface Announcement {
  readonly id: string
  readonly text: string
  readonly at: number
  /** Whether it is on the screen still: the newest one is, until it is taken down. */
  readonly isUp: boolean
}

export interface ReleaseMade {
  readonly kind: 'hint' | 'solution'
  readonly exercise: string
  /** 1 to 3 for a hint. */
  readonly level: number | null
  /** A learner's id, or the whole room. */
  readonly to: string
  readonly at: number
}

/** Whether a learner lets their name stand beside their run. */
export type Leave = 'none' | 'asked' | 'given' | 'refused'

/** A run that stands on the screen. */
export interface ShownRun {
  readonly submission: string
  readonly exercise: string
  readonly promise: PromiseText | null
  /** Null where it is shown anonymously. */
  readonly nickname: string | null
  /** The smallest run in words. */
  readonly story: string
  /** `GET /api/screen/run` has a trace for the player. */
  readonly hasTrace: boolean
}

export interface Trouble {
  /** `disk-full`, `judge-down`, `loopback`, … */
  readonly id: string
  readonly text: string
  /** What to do about it. */
  readonly fix: string
  readonly isGrave: boolean
}

export interface GameDayView {
  readonly state: 'idle' | 'collecting' | 'collected' | 'playing' | 'played'
  readonly seed: number
  readonly isMixed: boolean
  readonly teams: readonly Team[]
}

export interface Team {
  readonly id: string
  readonly name: string
  readonly members: readonly string[]
  /** The five parts of the shop. */
  readonly parts: readonly TeamPart[]
  readonly result: TeamResult | null
}

export interface TeamPart {
  readonly slug: string
  /** Whose it is; null: nobody's, so that the reference stands in. */
  readonly nickname: string | null
}

export type TeamResult =
  | {
      readonly kind: 'played'
      /** Of 100 points. */
      readonly total: number
      /** Shares of that: of 60, 20, 10 and 10. */
      readonly inTime: number
      readonly recovery: number
      readonly scaling: number
      readonly pages: number
      /** Acknowledged cart lines that were lost. */
      readonly lost: number
      /** What ended the day before its time. */
      readonly stopped: string | null
    }
  | { readonly kind: 'refused'; readonly why: string }

/** `GET /api/host/submissions?exercise=…`: newest judged ones, those that break the same promises together. */
export interface SubmissionGroups {
  readonly exercise: string
  /** Largest first; those that keep everything come last. */
  readonly groups: readonly SubmissionGroup[]
}

export interface SubmissionGroup {
  /** In the order of the manifest; empty: all are kept. */
  readonly breaks: readonly PromiseText[]
  readonly submissions: readonly SubmissionRow[]
}

export interface SubmissionRow {
  readonly id: string
  readonly learner: string
  readonly nickname: string
  readonly sentAt: number
  /** How the judge ended: `passed`, `failed`, `timeout`, … */
  readonly state: string
  readonly points: number
  readonly total: number
  readonly leave: Leave
}

/** `GET /api/host/submissions/:id` */
export interface SubmissionDetail extends SubmissionRow {
  readonly exercise: string
  readonly source: string
  readonly promises: readonly PromiseStanding[]
  /** The promise that the learner is told of first, and its run in words; null where all are kept. */
  readonly first: PromiseText | null
  readonly story: string | null
  readonly replay: string | null
  /** For the player; null where nothing was simulated. */
  readonly trace: unknown
}

export interface PromiseStanding extends PromiseText {
  readonly state: string
  readonly points: number
  readonly earned: number
}

/** `GET /api/screen/view`: what the room sees. Totals only. */
export interface ScreenView {
  readonly at: number
  readonly roomName: string
  readonly join: { readonly address: string; readonly code: string }
  /** Where phones see the slides; null until the host has made such a link. */
  readonly follow: string | null
  readonly clock: AgendaView['clock']
  readonly now: ScreenBlock | null
  readonly next: {
    readonly title: string
    readonly beginsAt: number
    readonly minutes: number
  } | null
  readonly learners: { readonly here: number; readonly joined: number }
  /** Null while no exercise is worked on. */
  readonly exercise: ScreenExercise | null
  readonly announcement: { readonly text: string; readonly at: number } | null
  readonly shown: ShownRun | null
  /** Best first, at most 10; null unless the host has asked for it. */
  readonly leaderboard: readonly { readonly nickname: string; readonly points: number }[] | null
}

export interface ScreenBlock {
  readonly title: string
  readonly kind: BlockKind
  readonly pillar: PillarId | null
  readonly endsAt: number
  /** What is left while the clock is paused; null while it runs. */
  readonly leftMs: number | null
}

export interface ScreenExercise {
  readonly title: string
  readonly sentence: string
  /** Learners who have submitted, and those of them who keep every promise. */
  readonly submitted: number
  readonly passed: number
  /** Submissions waiting or under judgement. */
  readonly waiting: number
  /** How many of those who submitted keep each promise. */
  readonly promises: readonly (PromiseText & { readonly kept: number })[]
}
