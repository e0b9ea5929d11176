import { z } from 'zod'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not in kebab-case')
const text = z.string().trim().min(1, 'is empty')
const pillarId = z.enum(['work', 'state', 'truth', 'control', 'intelligence'])
const level = z.enum(['beginner', 'intermediate', 'advanced'])
const date = z.iso.date()
const asOf = z.union(
  [date, z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)],
  'is not YYYY, YYYY-MM or YYYY-MM-DD',
)
const address = z.url({ protocol: /^https$/, error: 'is not a full https address' })

const sources = z.array(id).min(1, 'names no source')

const sourced = {
  asOf,
  sources,
  trust: z.enum(['primary', 'secondary', 'knowledge']),
  verdict: z.enum(['supported', 'derived', 'qualified', 'corrected']),
  caveat: text.optional(),
  derivation: text.optional(),
}
const measured = {
  asOf,
  sources: z.array(id),
  trust: z.literal('measured'),
  verdict: z.literal('measured'),
  caveat: text.optional(),
  measuredBy: z.string().regex(/^(npm|npx) /, 'is not a command that npm runs'),
}
const printed = { id, value: text, unit: z.string(), label: text }
const amount = { amount: z.number(), tolerance: z.number().min(0).max(1) }
const worded = { id, wording: text }

const products = z.array(text).min(1, 'names no product')

const leaf = z.strictObject({
  kind: z.literal('leaf'),
  id,
  pillar: pillarId,
  patterns: z.array(id).min(1, 'names no pattern'),
  exercise: id,
  figure: id,
})
const step = z.strictObject({
  kind: z.literal('step'),
  id,
  text,
  reason: text,
  get next() {
    return node
  },
})
const question = z.strictObject({
  kind: z.literal('question'),
  id,
  text,
  get branches() {
    return z.array(branch).min(2)
  },
})
const branch = z.strictObject({
  answer: text,
  reason: text,
  get to() {
    return node
  },
})
const node: z.ZodType<TreeNode> = z.lazy(() => z.discriminatedUnion('kind', [leaf, step, question]))

/** A node of the tree before its ids are known to exist. */
export type TreeNode =
  | z.infer<typeof leaf>
  | { kind: 'step'; id: string; text: string; reason: string; next: TreeNode }
  | {
      kind: 'question'
      id: string
      text: string
      branches: { answer: string; reason: string; to: TreeNode }[]
    }

/** The shape of everything that is taught; unknown fields are refused, so that slips show. */
export const contentSchema = z.strictObject({
  sources: z.array(
    z.strictObject({
      id,
      title: text,
      authors: text,
      year: z.int().min(1900).max(2100),
      venue: text.optional(),
      url: address,
      firsthand: z.literal(true).optional(),
      checked: date.optional(),
    }),
  ),
  figures: z.array(
    z.discriminatedUnion('verdict', [
      z.strictObject({ ...printed, ...sourced }),
      z.strictObject({ ...printed, ...measured, ...amount }),
    ]),
  ),
  claims: z.array(
    z.discriminatedUnion('verdict', [
      z.strictObject({ ...worded, ...sourced }),
      z.strictObject({ ...worded, ...measured }),
    ]),
  ),
  patterns: z.array(
    z.strictObject({
      id,
      name: text,
      pillar: pillarId,
      summary: text,
      useWhen: text,
      notWhen: text,
      complexity: z.enum(['low', 'medium', 'high']),
      costs: text,
      sources: z.array(id),
    }),
  ),
  pillars: z.array(
    z.strictObject({
      id: pillarId,
      name: text,
      question: text,
      pain: text,
      answer: text,
      patterns: z.array(id).min(1, 'names no pattern'),
    }),
  ),
  constraints: z.array(
    z.strictObject({
      id,
      name: text,
      sentence: text,
      kind: z.enum(['physics', 'theorem', 'measurement', 'observation', 'psychology', 'economics']),
      claims: z.array(id).min(1, 'names no claim'),
    }),
  ),
  nightmares: z.array(
    z.strictObject({
      id,
      symptom: text,
      pillar: pillarId,
      question: text,
      step: text,
      notThat: text,
      next: z.strictObject({ pillar: pillarId, reason: text }).optional(),
    }),
  ),
  combinations: z.array(
    z.strictObject({
      id,
      pillars: z.array(pillarId).min(2, 'combines nothing'),
      what: text,
      who: text,
      gives: text,
      caveat: text,
      sources,
    }),
  ),
  deepDives: z.array(
    z.strictObject({
      id,
      pillar: pillarId,
      title: text,
      columns: z.array(z.string()).min(2),
      rows: z.array(z.strictObject({ cells: z.array(text), sources: z.array(id) })).min(1),
      caveat: text.optional(),
    }),
  ),
  caseStudies: z.array(
    z.strictObject({
      id,
      name: text,
      date: asOf,
      pillar: pillarId,
      happened: text,
      lesson: text,
      figures: z.array(id),
      sources,
    }),
  ),
  stack: z.array(
    z.strictObject({
      id: pillarId,
      asOf,
      aws: products,
      googleCloud: products,
      azure: products,
      openSource: products,
      caveat: text,
      sources,
    }),
  ),
  reviewQuestions: z.array(
    z.strictObject({
      id,
      pillar: pillarId,
      question: text,
      good: text,
      risk: text,
      shownBy: z.strictObject({ kind: z.enum(['case', 'figure', 'claim']), id }),
      isShort: z.literal(true).optional(),
    }),
  ),
  contradictions: z.array(
    z.strictObject({
      id,
      statements: z.tuple([text, text]),
      flawed: z.enum(['first', 'second', 'both']),
      truth: text,
      sources,
    }),
  ),
  decisionTree: node,
  decks: z.array(
    z.strictObject({
      id,
      title: text,
      subtitle: text,
      pillar: pillarId.optional(),
      minutes: z.int().positive(),
      level,
      youWill: z.array(text).min(1),
      package: text,
      path: text,
    }),
  ),
  exercises: z.array(
    z.strictObject({
      slug: id,
      pillar: pillarId,
      title: text,
      sentence: text,
      minutes: z.int().positive(),
      level,
      package: text,
      path: text,
      deck: id,
      parts: z.array(id).optional(),
    }),
  ),
  glossary: z.array(
    z.strictObject({
      id,
      term: text,
      also: z.array(text).optional(),
      pillar: pillarId.optional(),
      meaning: text,
      sources: z.array(id).optional(),
      pattern: id.optional(),
    }),
  ),
  quickLinks: z.array(
    z.strictObject({
      id: pillarId,
      need: text,
      patterns: z.array(id).min(1, 'names no pattern'),
      exercises: z.array(id).min(1, 'names no exercise'),
    }),
  ),
  selfTest: z.array(
    z.strictObject({
      id,
      pillar: pillarId.optional(),
      question: text,
      answer: text,
      deck: id,
      slide: text,
    }),
  ),
  learningPaths: z.array(
    z.strictObject({
      id,
      title: text,
      who: text,
      focus: text,
      decks: z.array(id).min(1),
      exercises: z.array(id).min(1),
    }),
  ),
  milestones: z.array(
    z.strictObject({
      id,
      title: text,
      sentence: text,
      criterion: z.strictObject({
        tests: z.enum(['open', 'graded']),
        count: z.int().positive(),
        of: z.array(id).min(1).optional(),
      }),
    }),
  ),
})

export type Content = z.infer<typeof contentSchema>
