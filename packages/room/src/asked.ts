import { z } from 'zod'

import { submissionIdSchema } from './submission.ts'

/** `POST /api/leave-to-show`: the answer to `may-i-show`; without one, nothing is shown by name. */
export const leaveToShowSchema = z.strictObject({
  submission: submissionIdSchema,
  isGiven: z.boolean(),
})

export type LeaveToShow = z.infer<typeof leaveToShowSchema>
