import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { z } from 'zod'

import type { Desk } from '../desk.ts'
import type { LearnerState } from '../room/state.ts'
import { readBody } from './body.ts'
import type { RouteName } from './routes.ts'

export type HttpContext = Context<{ Bindings: HttpBindings }>

/** Who asks, as far as they have proved it. */
export type Who =
  | { readonly role: 'nobody' | 'follow' | 'remote' | 'host' }
  | { readonly role: 'learner'; readonly learner: LearnerState }

/** One request that may be answered. */
export interface Ask {
  readonly c: HttpContext
  readonly who: Who
  /** Who asks, on a route of learners; an error of ours on any other. */
  readonly learner: LearnerState
  /** The body, once it has the shape that is asked for. Throws `Refused`. */
  readonly body: <Shape extends z.ZodType>(shape: Shape) => Promise<z.infer<Shape>>
}

/** An answer for each of some routes of the table. */
export type Handlers<Names extends RouteName = RouteName> = {
  readonly [Name in Names]: (desk: Desk, ask: Ask) => Response | Promise<Response>
}

export function askOf(c: HttpContext, who: Who): Ask {
  return {
    c,
    who,
    get learner() {
      if (who.role === 'learner') return who.learner
      throw new Error(`a learner's route was answered for "${who.role}"`)
    },
    body: (shape) => readBody(c.env.incoming, shape),
  }
}
