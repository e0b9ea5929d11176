import type {
  GameDayView,
  RoomView,
  SubmissionDetail,
  SubmissionGroups,
  SubmissionRow,
  Team,
} from '@five-pillars/console/view'

import { promiseAt, submissionId } from './made-up-room.ts'
import { PROMISES, SOURCE, STORY } from './made-up-words.ts'

const PARTS = ['load-balancer', 'hash-ring', 'quorum', 'health-checker', 'autoscaler'] as const

/** The submissions of a room, by what they break. */
export function madeUpGroups({ learners, at }: RoomView): SubmissionGroups {
  const rows = learners.map(({ id, nickname }, index): SubmissionRow => {
    return {
      id: submissionId(index),
      learner: id,
      nickname,
      sentAt: at - index * 20_000,
      state: index % 4 === 3 ? 'passed' : 'failed',
      points: 100 - (index % 4) * 17,
      total: 100,
      leave: 'none',
    }
  })
  const groups = [
    { breaks: [promiseAt(0)], submissions: rows.filter((_, index) => index % 4 === 0) },
    {
      breaks: [promiseAt(0), promiseAt(1), promiseAt(2)],
      submissions: rows.filter((_, index) => index % 4 === 1),
    },
    { breaks: [promiseAt(3)], submissions: rows.filter((_, index) => index % 4 === 2) },
    { breaks: [], submissions: rows.filter((_, index) => index % 4 === 3) },
  ]
  return {
    exercise: 'load-balancer',
    groups: groups.filter(({ submissions }) => submissions.length > 0),
  }
}

/** One of them, whole. */
export function madeUpSubmission(
  room: RoomView,
  more: Partial<SubmissionDetail> = {},
): SubmissionDetail {
  return {
    id: submissionId(0),
    learner: room.learners[0]?.id ?? 'nobody',
    nickname: '<img src=x onerror=alert(1)>',
    sentAt: room.at - 120_000,
    state: 'failed',
    points: 62,
    total: 100,
    leave: 'none',
    exercise: 'load-balancer',
    source: SOURCE,
    promises: PROMISES.map((promise, index) => ({
      ...promise,
      state: index === 0 ? 'failed' : index === 5 ? 'not-run' : 'passed',
      points: 12,
      earned: index === 0 ? 0 : 12,
    })),
    first: promiseAt(0),
    story: STORY,
    replay: 'calls-7VhNTzY3kS0aQ9xWbL2mE5rT8uI1oP4d',
    trace: null,
    ...more,
  }
}

/** A game day that was played by teams of the room. */
export function madeUpGameDay({ learners }: RoomView, count: number): GameDayView {
  const names = learners.map(({ nickname }) => nickname)
  const teams = Array.from({ length: count }, (_, index): Team => {
    const members = names.filter((__, place) => place % count === index)
    return {
      id: `team-${index}`,
      name: count === names.length ? (members[0] ?? '') : `Team ${index + 1}`,
      members,
      parts: PARTS.map((slug, place) => ({
        slug,
        nickname: (place + index) % 5 === 4 ? null : (members[place % members.length] ?? null),
      })),
      result:
        index === 2
          ? { kind: 'refused', why: 'The part “quorum” does not compile.' }
          : played(index),
    }
  })
  return { state: 'played', seed: 7, isMixed: true, teams }
}

function played(index: number): Team['result'] {
  const isLost = index === 3
  const shares = { inTime: 55 - index * 3, recovery: 16 - index, scaling: 8, pages: 7 }
  const all = shares.inTime + shares.recovery + shares.scaling + shares.pages
  return {
    kind: 'played',
    total: isLost ? 0 : all,
    ...shares,
    lost: isLost ? 3 : 0,
    stopped: index === 4 ? 'The day ended in “one slow worker”: no answer in 250 ms.' : null,
  }
}
