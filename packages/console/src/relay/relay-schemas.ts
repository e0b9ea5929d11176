import { slugSchema, tokenSchema } from '@five-pillars/room'
import { z } from 'zod'

/** No deck has so many slides; clicks beyond a slide's own stand for its last one. */
const MOST_SLIDES = 1000
const MOST_CLICKS = 1_000_000

/** `POST /api/relay/move` */
export const moveSchema = z.strictObject({
  deck: slugSchema,
  epoch: z.string().max(64),
  basis: z.number().int().nonnegative(),
  position: z.strictObject({
    page: z.number().int().min(1).max(MOST_SLIDES),
    clicks: z.number().int().nonnegative().max(MOST_CLICKS),
    total: z.number().int().nonnegative().max(MOST_CLICKS).nullable(),
  }),
})

/** `POST /api/relay/enter`: what a phone's code said after the `#`. */
export const enterSchema = z.strictObject({ token: tokenSchema })
