import { decks, exercises } from '@five-pillars/content'
import { slugSchema } from '@five-pillars/room'
import { z } from 'zod'

/** A day has no more blocks than somebody can look over. */
const MOST_BLOCKS = 60
const LONGEST_MINUTES = 240

const blockSchema = z
  .strictObject({
    id: slugSchema,
    title: z.string().trim().min(1, 'A block has a title.').max(80),
    kind: z.enum(['deck', 'exercise', 'break', 'talk']),
    slug: slugSchema.nullable(),
    minutes: z.number().int().min(1).max(LONGEST_MINUTES),
    priority: z.enum(['must', 'should', 'could']),
  })
  .superRefine(({ id, kind, slug }, context) => {
    if (kind === 'deck' && !decks.some((deck) => deck.id === slug)) {
      context.addIssue({ code: 'custom', message: `Block "${id}": there is no deck "${slug}".` })
    }
    if (kind === 'exercise' && !exercises.some((exercise) => exercise.slug === slug)) {
      context.addIssue({
        code: 'custom',
        message: `Block "${id}": there is no exercise "${slug}".`,
      })
    }
    if ((kind === 'break' || kind === 'talk') && slug !== null) {
      context.addIssue({ code: 'custom', message: `Block "${id}": a ${kind} has no slug.` })
    }
  })

/** A day as a host writes it: of `--agenda`, and of the page. */
export const agendaSchema = z.strictObject({
  begins: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'It begins at HH:MM.'),
  blocks: z
    .array(blockSchema)
    .min(1, 'A day has at least one block.')
    .max(MOST_BLOCKS)
    .refine(
      (blocks) => new Set(blocks.map(({ id }) => id)).size === blocks.length,
      'Two blocks have the same id.',
    ),
})
