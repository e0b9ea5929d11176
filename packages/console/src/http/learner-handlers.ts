import { readFile } from 'node:fs/promises'
import path from 'node:path'

import {
  attemptSchema,
  handSchema,
  joinSchema,
  leaveToShowSchema,
  returnSchema,
  submitSchema,
} from '@five-pillars/room'
import type { learnerRoutes } from '@five-pillars/room'

import { comeBack, join, leave } from '../acts/join.ts'
import { submit, told } from '../acts/submit.ts'
import { noteAttempt, noteHand, noteLeave } from '../acts/work.ts'
import { releasesFor } from '../room/welcome.ts'
import type { Handlers } from './ask.ts'
import { feedLearner } from './learner-feed.ts'
import { Refused } from './refused.ts'
import { slowDown } from './slow-down.ts'
import { eventStream } from './stream.ts'

/** What learners' machines are answered. */
export const learnerHandlers: Handlers<keyof typeof learnerRoutes> = {
  hello: ({ kit, state }, { c }) => c.json({ fivePillars: 'console', kit, room: state.name }),
  join: async (desk, { c, body }) => {
    const asked = await body(joinSchema)
    return c.json(
      slowDown(desk.wrongCodes, c, () => join(desk, asked)),
      201,
    )
  },
  return: async (desk, { c, body }) => {
    const asked = await body(returnSchema)
    return c.json(slowDown(desk.wrongCodes, c, () => comeBack(desk, asked)))
  },
  leave: (desk, { c, learner }) => {
    leave(desk, learner)
    return c.json({})
  },
  events: (desk, { c, learner }) => eventStream(c, (stream) => feedLearner(desk, learner, stream)),
  submit: async (desk, { c, learner, body }) =>
    c.json(submit(desk, learner, await body(submitSchema)), 202),
  submission: (desk, { c, learner }) => {
    const submission = desk.state.submissions.get(c.req.param('id') ?? '')
    // Whether somebody else has one of this id is nobody's business.
    if (submission?.learner !== learner.id) {
      throw new Refused('unknown', 'You have no such submission here.')
    }
    return c.json(told(desk, submission))
  },
  attempt: async (desk, { c, learner, body }) => {
    noteAttempt(desk, learner, await body(attemptSchema))
    return c.json({}, 201)
  },
  hand: async (desk, { c, learner, body }) => {
    noteHand(desk, learner, await body(handSchema))
    return c.json({})
  },
  leaveToShow: async (desk, { c, learner, body }) => {
    noteLeave(desk, learner, await body(leaveToShowSchema))
    return c.json({})
  },
  solution: async (desk, { c, learner }) => {
    const slug = c.req.param('exercise') ?? ''
    const facts = desk.exercises.get(slug)
    const isGiven = releasesFor(desk, learner).some(
      ({ kind, exercise }) => kind === 'solution' && exercise === slug,
    )
    if (facts === undefined || !isGiven) {
      throw new Refused('unknown', 'The host has not given a solution of that exercise.')
    }
    const file = path.join(facts.dir, 'hidden', 'solution', `${slug}.ts`)
    return c.json({ exercise: slug, source: await readFile(file, 'utf8') })
  },
}
