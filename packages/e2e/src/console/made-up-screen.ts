import type { RoomView, ScreenView, ShownRun } from '@five-pillars/console/view'

import { promiseAt, submissionId } from './made-up-room.ts'
import { PROMISES, STORY } from './made-up-words.ts'

/** What the screen is told of a room. */
export function madeUpScreen(room: RoomView, more: Partial<ScreenView> = {}): ScreenView {
  const { agenda, learners } = room
  const index = agenda.blocks.findIndex(({ id }) => id === agenda.now)
  const block = agenda.blocks[index]
  const next = agenda.blocks[index + 1]
  const submitted = Math.round(learners.length * 0.7)
  return {
    at: room.at,
    roomName: room.room.name,
    join: { address: room.room.address, code: room.room.code },
    follow: null,
    clock: agenda.clock,
    now:
      block === undefined
        ? null
        : {
            title: block.title,
            kind: block.kind,
            pillar: block.pillar,
            endsAt: block.endsAt,
            leftMs: agenda.leftMs,
          },
    next:
      next === undefined
        ? null
        : { title: next.title, beginsAt: next.beginsAt, minutes: next.minutes },
    learners: { here: learners.filter(({ isHere }) => isHere).length, joined: learners.length },
    exercise:
      block?.kind === 'exercise'
        ? {
            title: block.title,
            sentence:
              'Spread work fairly and keep the books straight while backends come, go and fail.',
            submitted,
            passed: Math.floor(submitted / 3),
            waiting: room.queue.waiting + room.queue.judging,
            promises: PROMISES.map((promise, place) => ({
              ...promise,
              kept: Math.round((submitted * (place + 3)) / (PROMISES.length + 3)),
            })),
          }
        : null,
    announcement: null,
    shown: null,
    leaderboard: null,
    ...more,
  }
}

/** A run on the screen. */
export function madeUpRun(hasTrace: boolean): ShownRun {
  return {
    submission: submissionId(0),
    exercise: 'load-balancer',
    promise: promiseAt(0),
    nickname: null,
    story: STORY,
    hasTrace,
  }
}
