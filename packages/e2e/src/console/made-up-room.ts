import type {
  AgendaView,
  Announcement,
  Block,
  BlockView,
  BoardCell,
  BrokenPromise,
  ExerciseColumn,
  LearnerRow,
  PromiseText,
  RoomView,
} from '@five-pillars/console/view'

import { COLUMNS, DAY, NICKNAMES, NOTES, PROMISES, STORY } from './made-up-words.ts'

const MINUTE = 60_000
/** 2026-11-27, 09:00 UTC. */
const BEGIN = 1_795_770_000_000
const LATE_MINUTES = 14
const NOW_INDEX = 2

/** What a made-up room is like. */
export interface RoomOptions {
  readonly learners: number
  /** The console's time; default: 22 minutes into the exercise of now. */
  readonly at?: number
  /** Whether the day has not begun. */
  readonly isAhead?: boolean
}

/** A room as the console would tell it, made without chance: names, markup and all. */
export function madeUpRoom({ learners: count, at, isAhead = false }: RoomOptions): RoomView {
  const blocks = blocksOf(isAhead)
  const present = at ?? (blocks[NOW_INDEX]?.beginsAt ?? BEGIN) + 22 * MINUTE
  const learners = Array.from({ length: count }, (_, index) => learnerOf(index, present)).toSorted(
    (a, b) => rank(a) - rank(b),
  )
  const isEmpty = count === 0
  return {
    at: present,
    room: {
      name: 'Tuesday workshop',
      code: 'K7QX2M',
      address: 'http://192.168.1.20:4200',
      isLoopback: false,
      kit: '0.1.0',
    },
    agenda: agendaOf(blocks, isAhead),
    exercises: COLUMNS,
    learners,
    broken: isEmpty ? [] : brokenOf(count),
    queue: { waiting: Math.floor(count / 10), judging: isEmpty ? 0 : 2 },
    judged: count * 3,
    announcements: isEmpty ? [] : announcementsAt(present),
    releases: isEmpty ? [] : [{ ...RELEASE, at: present - 9 * MINUTE }],
    shown: null,
    isLeaderboardOn: false,
    gameDay: { state: 'idle', seed: 7, isMixed: false, teams: [] },
    troubles: [],
  }
}

const RELEASE = { kind: 'hint', exercise: 'load-balancer', level: 1, to: 'room' } as const

function announcementsAt(present: number): Announcement[] {
  const text = 'Coffee is outside until half past ten.'
  const older = 'The code of the room has changed.'
  return [
    { id: 'b', text, at: present - 4 * MINUTE, isUp: true },
    { id: 'a', text: older, at: present - 40 * MINUTE, isUp: false },
  ]
}

function agendaOf(blocks: readonly BlockView[], isAhead: boolean): AgendaView {
  const text = `${LATE_MINUTES} min behind: drop “Debrief of the best counterexamples” after lunch?`
  return {
    version: 3,
    begins: '09:00',
    clock: isAhead ? 'ahead' : 'running',
    blocks,
    decks: COLUMNS.flatMap(({ pillar }) =>
      pillar === 'all-five' ? [] : [{ slug: pillar, title: pillar }],
    ),
    now: isAhead ? null : (blocks[NOW_INDEX]?.id ?? null),
    leftMs: null,
    driftMinutes: isAhead ? 0 : LATE_MINUTES,
    advice: isAhead ? [] : [{ text, act: { act: 'drop', block: 'block-12' } }],
  }
}

function blocksOf(isAhead: boolean): BlockView[] {
  let planned = BEGIN
  let begins = BEGIN
  return DAY.map(([title, kind, slug, minutes, priority], index) => {
    const block: Block = { id: `block-${index}`, title, kind, slug, minutes, priority }
    const lateMs = !isAhead && index === 1 ? LATE_MINUTES * MINUTE : 0
    const endsAt = begins + minutes * MINUTE + lateMs
    const pillar = COLUMNS.find((each) => each.slug === slug || each.pillar === slug)?.pillar
    const view: BlockView = {
      ...block,
      pillar: pillar === undefined || pillar === 'all-five' ? null : pillar,
      state: isAhead || index > NOW_INDEX ? 'ahead' : index === NOW_INDEX ? 'now' : 'done',
      plannedAt: planned,
      beginsAt: begins,
      endsAt,
    }
    planned += minutes * MINUTE
    begins = endsAt
    return view
  })
}

/** A number that looks as if it were thrown: the same for the same places. */
function thrown(index: number, salt: number, below: number): number {
  return ((index * 7919 + salt * 104_729 + 17) % 10_007) % below
}

function learnerOf(index: number, at: number): LearnerRow {
  const cells = COLUMNS.map((column, place) => cellOf(index, place, column))
  const [first] = COLUMNS
  const isStuck = cells[0]?.isStuck === true && first !== undefined
  const isRaised = index % 11 === 3
  return {
    id: `learner${String(index).padStart(5, '0')}`,
    nickname: nicknameOf(index),
    isHere: index % 9 !== 5,
    seenAt: at - (index % 9 === 5 ? 6 * MINUTE : 0),
    otherKit: index % 23 === 4 ? '0.0.9' : null,
    hand: isRaised
      ? {
          at: at - (1 + thrown(index, 3, 9)) * MINUTE,
          exercise: first?.slug ?? null,
          note: NOTES[index % NOTES.length] ?? '',
        }
      : null,
    stuck: isStuck
      ? {
          exercise: first.slug,
          promise: promiseAt(thrown(index, 5, 4)),
          since: at - (12 + thrown(index, 4, 20)) * MINUTE,
          attempts: 4 + thrown(index, 6, 9),
        }
      : null,
    cells,
    points: cells.reduce((sum, cell) => sum + (cell?.points ?? 0), 0),
  }
}

function nicknameOf(index: number): string {
  const name = NICKNAMES[index % NICKNAMES.length] ?? 'Ada'
  const round = Math.floor(index / NICKNAMES.length)
  return round === 0 ? name : `${name.slice(0, 28)} ${round + 1}`
}

function cellOf(index: number, place: number, column: ExerciseColumn): BoardCell | null {
  if (place > 1 || (place === 1 && index % 4 !== 0)) return null
  const kept = thrown(index, place, column.promises + 1)
  const states = ['broken', 'broken', 'trying', 'waiting', 'broken', 'judging', 'broken'] as const
  const state = kept === column.promises ? 'kept' : (states[index % states.length] ?? 'broken')
  const attempts = 1 + thrown(index, 8, 12)
  return {
    state,
    kept,
    points: Math.round((column.points * kept) / column.promises),
    attempts,
    hints: thrown(index, 9, 4),
    isStuck: place === 0 && state === 'broken' && attempts > 8,
    submission: state === 'trying' ? null : submissionId(index),
  }
}

export function submissionId(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
}

export function promiseAt(index: number): PromiseText {
  return PROMISES[index % PROMISES.length] ?? { id: 'none', text: 'none' }
}

function brokenOf(count: number): BrokenPromise[] {
  return PROMISES.slice(0, 5).map((promise, index) => ({
    exercise: index === 4 ? 'hash-ring' : 'load-balancer',
    promise,
    learners: Math.max(1, Math.round(count * (0.6 - index * 0.12))),
    of: Math.max(1, Math.round(count * 0.8)),
    smallest: index === 3 ? null : { submission: submissionId(index), story: STORY },
  }))
}

/** Raised hands first, then the stuck; then as they came. */
function rank({ hand, stuck }: LearnerRow): number {
  if (hand !== null) return 0
  return stuck === null ? 2 : 1
}
