import type { Announcement, LearnerEvent, Submission } from '@five-pillars/room'
import fc from 'fast-check'

import { hear } from './room-state.ts'
import type { RoomSign, RoomState } from './room-state.ts'

const SLUGS = ['quorum', 'hash-ring'] as const

function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

/** A submission for tests: even ones are judged, others wait. */
export function aSubmission(exercise: string, number: number): Submission {
  const text = `✗ ${exercise}  failed  ${number} of 100 points\n\n  Two of three said yes.\n`
  const verdict = {
    state: 'failed',
    points: number,
    total: 100,
    promises: [],
    text,
    replay: 'calls-A',
  }
  return {
    id: idOf(number),
    exercise,
    sentAt: number,
    standing:
      number % 2 === 0 ? { kind: 'judged', verdict } : { kind: 'waiting', place: (number % 9) + 1 },
  }
}

/** At a quarter to eleven in the zone of whoever runs the tests. */
const QUARTER_TO_ELEVEN = new Date(2026, 10, 27, 10, 45).getTime()

export function anAnnouncement(text: string, minutesLater = 0): Announcement {
  return { text, at: QUARTER_TO_ELEVEN + minutesLater * 60_000 }
}

/** A room for tests, after all of these signs. */
export function aRoom(...signs: readonly RoomSign[]): RoomState {
  const joined = { kind: 'joined', nickname: 'Ada', origin: 'http://192.168.1.20:4200' } as const
  const room = [joined, ...signs].reduce<RoomState | null>(
    (before, sign) => hear(before, sign, '0.1.0').room,
    null,
  )
  if (room === null) throw new Error('who has left is in no room')
  return room
}

type Welcome = Extract<LearnerEvent, { kind: 'welcome' }>

/** What a console says first. */
export function aWelcome(changes: Partial<Welcome> = {}): Welcome {
  return {
    kind: 'welcome',
    now: {
      title: 'Count votes',
      kind: 'exercise',
      slug: 'quorum',
      endsAt: QUARTER_TO_ELEVEN,
      isPaused: false,
    },
    isHandRaised: false,
    submissions: [],
    releases: [],
    announcements: [],
    asked: [],
    ...changes,
  }
}

const submission = fc
  .tuple(fc.constantFrom(...SLUGS), fc.nat(100))
  .map(([slug, number]) => aSubmission(slug, number))
const release = fc.record({
  kind: fc.constantFrom('hint' as const, 'solution' as const),
  exercise: fc.constantFrom(...SLUGS),
  level: fc.option(fc.integer({ min: 1, max: 3 })),
})
const announcement = fc.record({ text: fc.string({ maxLength: 300 }), at: fc.nat(1000) })
const asked = fc
  .tuple(fc.constantFrom(...SLUGS), fc.nat(3))
  .map(([exercise, number]) => ({ exercise, submission: idOf(number) }))
const now = fc.option(
  fc.record({
    title: fc.string({ maxLength: 80 }),
    kind: fc.constantFrom('deck' as const, 'exercise' as const, 'break' as const),
    slug: fc.option(fc.constantFrom(...SLUGS)),
    endsAt: fc.option(fc.nat()),
    isPaused: fc.boolean(),
  }),
)

const event: fc.Arbitrary<LearnerEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('welcome' as const),
    now,
    isHandRaised: fc.boolean(),
    submissions: fc.array(submission, { maxLength: 3 }),
    releases: fc.array(release, { maxLength: 3 }),
    announcements: fc.array(announcement, { maxLength: 3 }),
    asked: fc.array(asked, { maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant('now' as const), now }),
  fc.record({ kind: fc.constant('submission' as const), submission }),
  announcement.map((said) => ({ kind: 'announcement' as const, ...said })),
  fc.record({ kind: fc.constant('release' as const), release }),
  fc.record({ kind: fc.constant('hand' as const), isRaised: fc.boolean() }),
  asked.map((question) => ({ kind: 'may-i-show' as const, ...question })),
)

/** Whatever a connection may tell, in any order. */
export const roomSign: fc.Arbitrary<RoomSign> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.constant({ kind: 'joined', nickname: 'Ada', origin: 'http://a:1' } as const),
  },
  { weight: 8, arbitrary: event.map((each) => ({ kind: 'heard' as const, event: each })) },
  fc.record({ kind: fc.constant('linked' as const), kit: fc.constantFrom('0.1.0', '0.2.0') }),
  fc.record({ kind: fc.constant('away' as const), isStrange: fc.boolean() }),
  fc.record({
    kind: fc.constant('gone' as const),
    why: fc.constantFrom(
      'elsewhere' as const,
      'removed' as const,
      'forgotten' as const,
      'unknown' as const,
    ),
  }),
  fc.constant({ kind: 'left' } as const),
  fc.record({
    kind: fc.constant('waiting' as const),
    slugs: fc.uniqueArray(fc.constantFrom(...SLUGS)),
  }),
)
