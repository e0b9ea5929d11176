import { z } from 'zod'

/** Where a kit has the handouts of the talks, and what it knows of them. */
export const HANDOUTS = 'handouts'
export const HANDOUT_PAGES = 'pages.json'

/** Id of a deck → name of its handout, and the page of each of its headings. */
export const handoutPagesSchema = z.record(
  z.string(),
  z.strictObject({
    file: z.string().regex(/^[\w.-]+\.pdf$/),
    pages: z.record(z.string(), z.int().positive()),
  }),
)

export type HandoutPages = z.infer<typeof handoutPagesSchema>
