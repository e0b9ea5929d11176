import type { ToldVerdict } from '@five-pillars/room'

import type { LearnerRecord, RoomRecord, SubmissionRecord } from './room-record.ts'

const MINUTE_MS = 60_000
/** 27 November 2026, 9:00 by a clock in Berlin. */
const NINE = Date.UTC(2026, 10, 27, 8)

/** An instant of the day, in minutes after nine. */
export function minute(after: number): number {
  return NINE + after * MINUTE_MS
}

const PROMISES = [
  { id: 'eligible', text: 'Only healthy members are ever chosen.' },
  { id: 'fair', text: 'Nobody is chosen twice before all others were.' },
]

/** A room for tests: one exercise of two promises, and the learners that a test gives. */
export function madeUpRoom(learners: readonly LearnerRecord[]): RoomRecord {
  return {
    room: 'Autumn workshop',
    kit: '0.1.0',
    at: minute(480),
    zoneMinutes: 60,
    exercises: [
      { slug: 'load-balancer', title: 'Load balancer', points: 10, promises: PROMISES },
      {
        slug: 'quorum',
        title: 'Quorum',
        points: 8,
        promises: [{ id: 'majority', text: 'Majorities meet.' }],
      },
    ],
    blocks: [
      {
        title: 'Load balancer',
        kind: 'exercise',
        slug: 'load-balancer',
        plannedMinutes: 35,
        from: minute(40),
        to: minute(80),
        pausedMs: 2 * MINUTE_MS,
      },
    ],
    learners,
  }
}

export function madeUpLearner(nickname: string, rest: Partial<LearnerRecord> = {}): LearnerRecord {
  const id = 'abcdefghijkl'
  return { id, nickname, joinedAt: NINE, hands: 0, checks: [], submissions: [], ...rest }
}

/** A submission to the load balancer that breaks these promises. */
export function madeUpSubmission(
  after: number,
  broken: readonly string[],
  rest: Partial<SubmissionRecord> = {},
): SubmissionRecord {
  return {
    id: `0000-${after}`,
    exercise: 'load-balancer',
    sentAt: minute(after),
    settledAt: minute(after),
    standing: 'judged',
    verdict: toldOf(broken),
    source: 'export const answer = 42\n',
    ...rest,
  }
}

function toldOf(broken: readonly string[]): ToldVerdict {
  const promises = PROMISES.map(({ id, text }) => {
    const isBroken = broken.includes(id)
    return { id, text, state: isBroken ? 'failed' : 'passed', points: 5, earned: isBroken ? 0 : 5 }
  })
  return {
    state: broken.length === 0 ? 'passed' : 'failed',
    points: promises.reduce((sum, { earned }) => sum + earned, 0),
    total: 10,
    promises,
    text: broken.length === 0 ? 'passed' : 'Broken promise: b was chosen twice.',
    replay: null,
  }
}
