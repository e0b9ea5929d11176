import { z } from 'zod'

/**
 * A value as text can carry it. Strings, finite numbers, booleans and null stand for themselves, a
 * record is a record; all else is an array that begins with what it is:
 * `u` undefined · `n` another number · `b` a bigint · `y` a symbol of the language · `d` a date ·
 * `a` an array · `m` a map · `s` a set · `e` an error · `r` an object or function of the submission ·
 * `p` one of its promises · `w` a promise that it was given · `f` a function that it was given · `h` an object with functions that it
 * was given.
 */
export type Coded =
  | null
  | boolean
  | number
  | string
  | readonly [CodedKind, ...Coded[]]
  | { readonly [key: string]: Coded }

const codedKinds = ['u', 'n', 'b', 'y', 'd', 'a', 'm', 's', 'e', 'r', 'p', 'w', 'f', 'h'] as const
type CodedKind = (typeof codedKinds)[number]

const codedSchema: z.ZodType<Coded> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.tuple([z.enum(codedKinds)], codedSchema),
    z.record(z.string(), codedSchema),
  ]),
)

/** What a call came to. */
const outcomeSchema = z.union([z.object({ gave: codedSchema }), z.object({ threw: codedSchema })])
export type Outcome = z.infer<typeof outcomeSchema>

/** A call by the submission, its answer, and what was asked of the submission meanwhile. */
export interface Ask {
  /** Which of the functions that it was given. */
  readonly of: number
  readonly args?: readonly Coded[] | undefined
  readonly outcome: Outcome
  readonly steps?: readonly Step[] | undefined
}

/** An export by its name; an object or a function of the submission by its number; a member of it. */
const placeSchema = z.union([
  z.string(),
  z.number(),
  z.object({ of: z.number(), key: z.union([z.string(), z.tuple([z.literal('y'), z.string()])]) }),
])
export type Place = z.infer<typeof placeSchema>

/** One thing that was asked of a submission, or what it did by itself as its promises went on. */
export interface Step {
  readonly do: 'call' | 'new' | 'get' | 'set' | 'settled' | 'answered' | 'meanwhile'
  readonly at: Place
  readonly args?: readonly Coded[] | undefined
  readonly outcome: Outcome
  readonly asks?: readonly Ask[] | undefined
  /** Promises went on before it. */
  readonly later?: true | undefined
}

const askSchema: z.ZodType<Ask> = z.lazy(() =>
  z.object({
    of: z.number(),
    args: z.array(codedSchema).optional(),
    outcome: outcomeSchema,
    steps: z.array(stepSchema).optional(),
  }),
)

const stepSchema: z.ZodType<Step> = z.object({
  do: z.enum(['call', 'new', 'get', 'set', 'settled', 'answered', 'meanwhile']),
  at: placeSchema,
  args: z.array(codedSchema).optional(),
  outcome: outcomeSchema,
  asks: z.array(askSchema).optional(),
  later: z.literal(true).optional(),
})

export const stepsSchema = z.array(stepSchema)
