import { kitVersion } from '@five-pillars/judge'
import { ANNOUNCEMENTS_TOLD } from '@five-pillars/room'
import type {
  Announcement,
  Asked,
  LearnerEvent,
  Now,
  Release,
  Submission,
} from '@five-pillars/room'

import type { Hint } from '../hints/hints.ts'
import { clockOf } from './clock-of.ts'
import type { GoneWhy, Heard } from './follow.ts'

/** All that a learner's screen knows of the room. */
export interface RoomState {
  readonly nickname: string
  readonly origin: string
  /** `strange`: something else answers at the address of the console. */
  readonly link: 'joining' | 'joined' | 'away' | 'strange'
  /** Version of the console's kit, where it is another than the learner's. */
  readonly otherKit: string | null
  readonly now: Now | null
  readonly isHandRaised: boolean
  /** The newest one of each exercise that the console has. */
  readonly submissions: Readonly<Record<string, Submission>>
  /** Exercises whose newest submission is on this disk alone. */
  readonly waiting: readonly string[]
  readonly releases: readonly Release[]
  /** The hints among them that the learner took by a key. */
  readonly taken: readonly Release[]
  /** The text of the hints among them. */
  readonly hints: readonly ReleasedHint[]
  readonly announcements: readonly Announcement[]
  /** Questions of the host that have no answer yet. */
  readonly asked: readonly Asked[]
  /** What the host said or gave since the learner looked. */
  readonly unread: number
}

interface ReleasedHint {
  readonly exercise: string
  readonly hint: Hint
}

/** What the connection tells the screen. */
export type RoomSign =
  | Heard
  | { readonly kind: 'joined'; readonly nickname: string; readonly origin: string }
  /** By a command in another terminal. */
  | { readonly kind: 'left' }
  | { readonly kind: 'waiting'; readonly slugs: readonly string[] }
  | { readonly kind: 'hint'; readonly given: ReleasedHint }
  /** The question was answered. */
  | { readonly kind: 'leave-answered'; readonly submission: string }

/** What a sign changes, and what there is to say and to do about it. */
export interface Changed {
  /** Null where the learner is in no room. */
  readonly room: RoomState | null
  readonly note: string | null
  /** Submissions whose verdict was not known before. */
  readonly judged: readonly Submission[]
  /** Releases that were not known before. */
  readonly released: readonly Release[]
}

/**
 * The room after a sign. Pure.
 *
 * @param ownKit version of the learner's kit
 */
export function hear(before: RoomState | null, sign: RoomSign, ownKit: string): Changed {
  if (sign.kind === 'joined')
    return changed(newcomer(sign), `You are in the room as ${sign.nickname}.`)
  if (before === null) return changed(null)
  switch (sign.kind) {
    case 'left':
      return changed(null, 'You have left the room.')
    case 'gone':
      return changed(null, goneNote(sign.why, before.origin))
    case 'linked': {
      const otherKit = sign.kit === ownKit ? null : sign.kit
      const room = { ...before, link: 'joined', otherKit } as const
      if (before.link === 'away' || before.link === 'strange')
        return changed(room, 'The console is back.')
      return changed(room, kitNote(sign.kit, ownKit))
    }
    case 'away': {
      const link = sign.isStrange ? 'strange' : 'away'
      const isNews = before.link === 'joined'
      const note = 'The console does not answer. Your work goes on; it is asked again.'
      return changed({ ...before, link }, isNews ? note : null)
    }
    case 'waiting':
      return changed({ ...before, waiting: sign.slugs })
    case 'hint':
      return changed({ ...before, hints: [...before.hints, sign.given] })
    case 'leave-answered': {
      const asked = before.asked.filter(({ submission }) => submission !== sign.submission)
      return changed({ ...before, asked })
    }
    case 'heard':
      return heard(before, sign.event)
  }
}

/** A hint that the host gave, of a level above those that were seen, and that was not taken yet. */
export function givenHint(room: RoomState, slug: string, seen: number): Release | undefined {
  return room.releases.find(
    (each) =>
      each.kind === 'hint' &&
      each.exercise === slug &&
      (each.level ?? 1) > seen &&
      !room.taken.some((taken) => isSame(taken, each)),
  )
}

function newcomer({ nickname, origin }: Pick<RoomState, 'nickname' | 'origin'>): RoomState {
  return {
    nickname,
    origin,
    link: 'joining',
    otherKit: null,
    now: null,
    isHandRaised: false,
    submissions: {},
    waiting: [],
    releases: [],
    taken: [],
    hints: [],
    announcements: [],
    asked: [],
    unread: 0,
  }
}

function heard(room: RoomState, event: LearnerEvent): Changed {
  switch (event.kind) {
    case 'welcome':
      return welcomed(room, event)
    case 'now':
      return changed({ ...room, now: event.now }, nowNote(event.now))
    case 'submission':
      return submitted(room, event.submission)
    case 'announcement': {
      const announcements = [...room.announcements, event].slice(-ANNOUNCEMENTS_TOLD)
      return changed({ ...unread(room), announcements }, saysNote(event.text))
    }
    case 'release': {
      const { release } = event
      if (room.releases.some((known) => isSame(known, release))) return changed(room)
      const after = { ...unread(room), releases: [...room.releases, release] }
      return { ...changed(after, releaseNote(release)), released: [release] }
    }
    case 'hand': {
      const note = event.isRaised ? 'Your hand is raised: your host sees it.' : 'Your hand is down.'
      return changed(
        { ...room, isHandRaised: event.isRaised },
        event.isRaised === room.isHandRaised ? null : note,
      )
    }
    case 'may-i-show': {
      const { submission, exercise } = event
      if (room.asked.some((known) => known.submission === submission)) return changed(room)
      const asked = [...room.asked, { submission, exercise }]
      return changed({ ...unread(room), asked }, askedNote(exercise))
    }
    case 'gone':
      return changed(null, goneNote(event.why, room.origin))
  }
}

/** All that is true now; what came while nobody listened is told once. */
function welcomed(room: RoomState, welcome: Extract<LearnerEvent, { kind: 'welcome' }>): Changed {
  const { now, isHandRaised, releases, announcements, asked } = welcome
  const known = room.announcements.at(-1)?.at
  const missed = known === undefined ? [] : announcements.filter(({ at }) => at > known)
  const released = releases.filter((release) => !room.releases.some((one) => isSame(one, release)))
  const submissions = Object.fromEntries(welcome.submissions.map((one) => [one.exercise, one]))
  const judged = welcome.submissions.filter((one) => isNewlyJudged(room, one))
  const news = missed.length + asked.length + (known === undefined ? 0 : released.length)
  const after = { ...room, now, isHandRaised, submissions, releases, announcements, asked }
  const [question] = asked
  const told = missed.at(-1)
  const note =
    question !== undefined
      ? askedNote(question.exercise)
      : told === undefined
        ? null
        : saysNote(told.text)
  return {
    room: { ...after, unread: room.unread + news },
    note,
    judged,
    released,
  }
}

function submitted(room: RoomState, submission: Submission): Changed {
  const { exercise, standing } = submission
  const known = room.submissions[exercise]
  // An older one that was superseded says so of itself only.
  if (known !== undefined && known.id !== submission.id && known.sentAt > submission.sentAt) {
    return changed(room)
  }
  const after = { ...room, submissions: { ...room.submissions, [exercise]: submission } }
  if (standing.kind === 'not-judged') {
    return changed(after, `"${exercise}" could not be judged: ${standing.why}`)
  }
  if (!isNewlyJudged(room, submission)) return changed(after)
  return { ...changed(after, judgedNote(submission)), judged: [submission] }
}

function isNewlyJudged(room: RoomState, { id, exercise, standing }: Submission): boolean {
  const known = room.submissions[exercise]
  return standing.kind === 'judged' && (known?.id !== id || known.standing.kind !== 'judged')
}

function isSame(one: Release, other: Release): boolean {
  return one.kind === other.kind && one.exercise === other.exercise && one.level === other.level
}

function unread(room: RoomState): RoomState {
  return { ...room, unread: room.unread + 1 }
}

function changed(room: RoomState | null, note: string | null = null): Changed {
  return { room, note, judged: [], released: [] }
}

/** So much of what the host says fits above the keys. */
const SAYS_LENGTH_MAX = 150

function saysNote(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ')
  if (line.length <= SAYS_LENGTH_MAX) return `Your host says: ${line}`
  return `Your host says: ${line.slice(0, SAYS_LENGTH_MAX).trimEnd()}… m shows all of it.`
}

function nowNote(now: Now | null): string {
  if (now === null) return 'The block has ended.'
  return now.isPaused ? 'The day is paused.' : `Now: ${nowText(now)}.`
}

/** A block and its end. */
export function nowText(now: Now): string {
  const end = endText(now)
  return end === '' ? now.title : `${now.title}, ${end}`
}

/** Empty for a block without an end. */
export function endText({ endsAt, isPaused }: Now): string {
  if (isPaused) return 'paused'
  return endsAt === null ? '' : `until ${clockOf(endsAt)}`
}

function releaseNote({ kind, exercise, level }: Release): string {
  return kind === 'hint'
    ? `Your host gives you hint ${level ?? 1} of "${exercise}": press h there.`
    : `Your host has released a working version of "${exercise}": c puts it in place there.`
}

function askedNote(exercise: string): string {
  return `Your host asks: may your run of "${exercise}" be shown with your name? m answers.`
}

function judgedNote({ exercise, standing }: Submission): string | null {
  if (standing.kind !== 'judged') return null
  const { state, points, total } = standing.verdict
  const result = state === 'passed' ? 'passed' : `${points} of ${total} points`
  return `"${exercise}" was judged: ${result}. m shows it.`
}

/** Verdicts of two kits need not agree; null where both are the same. */
export function kitNote(theirs: string, own: string = kitVersion): string | null {
  if (theirs === own) return null
  return `The console judges with kit ${theirs}, and yours is ${own}: ask your host for its zip.`
}

function goneNote(why: GoneWhy, origin: string): string {
  const back = `npx five-pillars join ${origin}`
  switch (why) {
    case 'left':
      return 'You have left the room.'
    case 'elsewhere':
      return 'Another machine came in with your personal code: you are in the room there now.'
    case 'removed':
      return 'Your host has taken you out of the room. Your work is all here.'
    case 'forgotten':
      return 'The day has ended: your host has removed all that the console knew of you.'
    case 'unknown':
      return `The console does not know you any more. Come back with: ${back}`
  }
}
