import { agendaView } from '../agenda/timetable.ts'
import { storedVerdict } from '../acts/submit.ts'
import { gameDayView } from '../game-day/view.ts'
import type { Desk } from '../desk.ts'
import type { BrokenPromise, ReleaseMade, RoomView, ShownRun } from '../view.ts'
import { boardRows, promiseOf } from './board.ts'
import { brokenPromises, smallestRun } from './broken.ts'
import { firstRun, runsOf } from './run-of.ts'
import type { BrokenRun } from './run-of.ts'
import type { RoomState, SubmissionState } from './state.ts'

/** More than these nobody reads. */
const MOST_ANNOUNCEMENTS = 20
/** Of the promises that are broken, so many come with a run. */
const MOST_RUNS = 5

/** All that the host's page shows. */
export function roomView(desk: Desk): RoomView {
  const { state, exercises, kit } = desk
  const now = desk.now()
  const waiting = new Set(desk.queue.all().map(({ id }) => id))
  return {
    at: now,
    room: {
      name: state.name,
      code: state.code,
      address: desk.address,
      isLoopback: desk.isLoopback,
      kit,
    },
    agenda: agendaView(state.agenda, state.clock, now),
    exercises: [...exercises.values()].map(({ entry, promises, points }) => ({
      slug: entry.slug,
      title: entry.title,
      pillar: entry.parts === undefined ? entry.pillar : 'all-five',
      promises: promises.length,
      points,
      damage: state.damage.get(entry.slug) ?? null,
    })),
    learners: boardRows(state, { exercises, kit, now, isWaiting: (id) => waiting.has(id) }),
    broken: brokenNow(desk),
    queue: { waiting: waiting.size, judging: desk.judging.size },
    judged: state.judged,
    announcements: state.announcements.slice(-MOST_ANNOUNCEMENTS).toReversed(),
    releases: state.releases.map(releaseMade),
    shown: shownRun(desk),
    isLeaderboardOn: state.isLeaderboardOn,
    gameDay: gameDayView(state),
    troubles: [...desk.troubles.values()].toSorted((a, b) => Number(b.isGrave) - Number(a.isGrave)),
  }
}

/** Slug of the exercise of now; null where none is worked on. */
export function exerciseNow({ agenda, clock }: RoomState): string | null {
  const block = agenda.blocks.find(({ id }) => id === clock.now?.block)
  return block?.kind === 'exercise' ? block.slug : null
}

function brokenNow(desk: Desk): readonly BrokenPromise[] {
  const { state, exercises } = desk
  return brokenPromises(state, exercises, exerciseNow(state)).map((broken, index) => {
    const run =
      index < MOST_RUNS ? smallestRun(state, broken.exercise, broken.promise.id) : undefined
    return {
      ...broken,
      smallest:
        run === undefined
          ? null
          : { submission: run.id, story: runOf(desk, run, broken.promise.id)?.story ?? '' },
    }
  })
}

function releaseMade({
  kind,
  exercise,
  level,
  learner,
  at,
}: RoomState['releases'][number]): ReleaseMade {
  return { kind, exercise, level, to: learner ?? 'room', at }
}

/** The run on the screen, with its learner's name only where they gave leave. */
export function shownRun(desk: Desk): ShownRun | null {
  const { state, exercises } = desk
  const submission = state.submissions.get(state.shown?.submission ?? '')
  const learner = state.learners.get(submission?.learner ?? '')
  if (submission === undefined || learner === undefined || state.shown === null) return null
  const { exercise } = submission
  const isNamed = state.shown.as === 'named' && submission.leave === 'given'
  const run = runOf(desk, submission, state.shown.promise)
  const promise = run?.promise ?? null
  return {
    submission: submission.id,
    exercise,
    promise: promise === null ? null : promiseOf(exercises, exercise, promise),
    nickname: isNamed ? learner.nickname : null,
    story: run?.story ?? '',
    hasTrace: (desk.relay.shown?.trace ?? null) !== null,
  }
}

/**
 * A run of a submission that broke a promise.
 *
 * @param promise null: the first that is broken
 */
export function runOf(
  desk: Desk,
  submission: SubmissionState,
  promise: string | null,
): BrokenRun | undefined {
  const key = submission.verdict?.key
  if (key === undefined) return undefined
  const known = runs.get(key) ?? readRuns(desk, key)
  return promise === null ? known?.first : (known?.all.get(promise) ?? known?.first)
}

interface KnownRuns {
  readonly first: BrokenRun | undefined
  readonly all: ReadonlyMap<string, BrokenRun>
}

/** A view is made several times a second, and a verdict never changes. */
const runs = new Map<string, KnownRuns>()
const RUNS_MAX = 200

function readRuns(desk: Desk, key: string): KnownRuns | undefined {
  const verdict = storedVerdict(desk, key)
  if (verdict === undefined) return undefined
  const read = { first: firstRun(verdict), all: runsOf(verdict) }
  if (runs.size >= RUNS_MAX) runs.clear()
  runs.set(key, read)
  return read
}
