import { z } from 'zod'

import { messageSchema, slugSchema } from './text.ts'

/** `POST /api/hand` */
export const handSchema = z.strictObject({
  isRaised: z.boolean(),
  exercise: slugSchema.nullable(),
  note: messageSchema,
})

export type Hand = z.infer<typeof handSchema>
