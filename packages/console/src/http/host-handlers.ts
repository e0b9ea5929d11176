import { MAX_LEARNERS, messageSchema, slugSchema, submissionIdSchema } from '@five-pillars/room'
import type { learnerRoutes } from '@five-pillars/room'
import { z } from 'zod'

import { agendaSchema } from '../agenda/agenda-schema.ts'
import { actOnClock, changeAgenda } from '../acts/day.ts'
import {
  askLeave,
  learnerNamed,
  lowerHand,
  newCode,
  removeLearner,
  rename,
  setLeaderboard,
  submissionNamed,
} from '../acts/host.ts'
import { endPhones, phoneAddress } from '../acts/phones.ts'
import { announce, release, takeDown } from '../acts/say.ts'
import { hide, show } from '../acts/show.ts'
import type { Desk } from '../desk.ts'
import { actOnGameDay } from '../game-day/act.ts'
import { submissionGroups } from '../room/groups.ts'
import { roomView } from '../room/room-view.ts'
import { screenView } from '../room/screen-view.ts'
import { submissionDetail } from '../room/submission-detail.ts'
import type { Ask, Handlers } from './ask.ts'
import { Refused } from './refused.ts'
import type { afterRoutes, relayRoutes, RouteName } from './routes.ts'

/** As long as the wire lets one be. */
const PROMISE_ID_MAX = 80

type HostRoute = Exclude<
  RouteName,
  | keyof typeof learnerRoutes
  | 'home'
  | 'hostPage'
  | 'screenPage'
  | 'asset'
  | 'enter'
  | 'hostEvents'
  | 'screenEvents'
  | keyof typeof afterRoutes
  | keyof typeof relayRoutes
>

const minutes = z.number().int().min(-60).max(240)

const clockSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.enum(['start', 'pause', 'resume']) }),
  z.strictObject({ act: z.literal('extend'), minutes }),
  z.strictObject({ act: z.enum(['skip', 'back']), block: slugSchema.nullable().default(null) }),
  z.strictObject({ act: z.enum(['drop', 'keep']), block: slugSchema }),
])

const releaseSchema = z
  .strictObject({
    kind: z.enum(['hint', 'solution']),
    exercise: slugSchema,
    level: z.number().int().min(1).max(3).nullable().default(null),
    to: z.string().max(64),
  })
  .refine(({ kind, level }) => (kind === 'hint') === (level !== null), {
    message: 'A hint has a level from 1 to 3, and a solution has none.',
  })

const seed = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1)

const gameDaySchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('start'), seed: seed.default(1) }),
  z.strictObject({ act: z.literal('collect') }),
  z.strictObject({
    act: z.literal('mix'),
    teams: z.number().int().min(1).max(MAX_LEARNERS).nullable().default(null),
  }),
  z.strictObject({ act: z.literal('play'), seed: seed.nullable().default(null) }),
])

const learnerActSchema = z.strictObject({
  act: z.enum(['rename', 'remove', 'new-code', 'lower-hand']),
  nickname: z.string().max(200).optional(),
})

/** What the host's page is answered. */
export const hostHandlers: Handlers<HostRoute> = {
  hostView: (desk, { c }) => c.json(roomView(desk)),
  screenView: (desk, { c }) => c.json(screenView(desk)),
  agenda: ({ state }, { c }) => c.json(state.agenda),
  putAgenda: async (desk, { c, body }) => {
    const shape = agendaSchema.extend({ version: z.number().int().nonnegative() })
    changeAgenda(desk, await body(shape))
    return c.json(desk.state.agenda)
  },
  clock: async (desk, { c, body }) => {
    actOnClock(desk, await body(clockSchema))
    return c.json({})
  },
  announce: async (desk, { c, body }) => {
    const shape = z.strictObject({
      text: messageSchema.refine((text) => text !== '', 'Say something.'),
    })
    const { text } = await body(shape)
    announce(desk, text)
    return c.json({}, 201)
  },
  takeDown: (desk, { c }) => {
    takeDown(desk)
    return c.json({})
  },
  release: async (desk, { c, body }) => {
    release(desk, await body(releaseSchema))
    return c.json({}, 201)
  },
  submissions: (desk, { c }) => {
    const exercise = c.req.query('exercise') ?? ''
    if (!desk.exercises.has(exercise)) {
      throw new Refused('unknown', 'Say which exercise: ?exercise=quorum')
    }
    return c.json(submissionGroups(desk, exercise))
  },
  submissionDetail: async (desk, { c }) =>
    c.json(await submissionDetail(desk, submissionNamed(desk, c.req.param('id') ?? ''))),
  askLeave: async (desk, ask) => {
    askLeave(desk, submissionNamed(desk, (await submissionIn(ask)).submission))
    return ask.c.json({})
  },
  show: async (desk, { c, body }) => {
    const shape = z.strictObject({
      submission: submissionIdSchema,
      as: z.enum(['anonymous', 'named']),
      /** Whose run; default: that of the first promise that is broken. */
      promise: z.string().max(PROMISE_ID_MAX).nullable().default(null),
    })
    const { submission, as, promise } = await body(shape)
    show(desk, submissionNamed(desk, submission), { as, promise })
    return c.json({})
  },
  hide: (desk, { c }) => {
    hide(desk)
    return c.json({})
  },
  screenRun: ({ relay }, { c }) => {
    if (relay.shown === null || relay.shown.trace === null) {
      throw new Refused('unknown', 'Nothing is shown that a player could play.')
    }
    return c.json({ submission: relay.shown.id, trace: relay.shown.trace })
  },
  gameDay: async (desk, { c, body }) => {
    actOnGameDay(desk, await body(gameDaySchema))
    return c.json({})
  },
  tokens: async (desk, { c, body }) => {
    const shape = z.strictObject({
      for: z.enum(['follow', 'remote']),
      isNew: z.boolean().default(false),
    })
    const asked = await body(shape)
    return c.json({ url: phoneAddress(desk, asked.for, asked.isNew) }, 201)
  },
  endTokens: (desk, { c }) => {
    endPhones(desk)
    return c.json({})
  },
  leaderboard: async (desk, { c, body }) => {
    setLeaderboard(desk, (await body(z.strictObject({ isOn: z.boolean() }))).isOn)
    return c.json({})
  },
  learner: async (desk, { c, body }) => {
    const asked = await body(learnerActSchema)
    return c.json(actOnLearner(desk, c.req.param('id') ?? '', asked))
  },
}

function submissionIn({ body }: Ask): Promise<{ submission: string }> {
  return body(z.strictObject({ submission: submissionIdSchema }))
}

function actOnLearner(
  desk: Desk,
  id: string,
  { act, nickname }: z.infer<typeof learnerActSchema>,
): object {
  const learner = learnerNamed(desk, id)
  switch (act) {
    case 'rename':
      rename(desk, learner, nickname)
      return {}
    case 'remove':
      removeLearner(desk, learner)
      return {}
    case 'new-code':
      return { personalCode: newCode(desk, learner) }
    case 'lower-hand':
      lowerHand(desk, learner)
      return {}
  }
}
