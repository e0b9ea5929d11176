import { caseProblems } from './case-problems.ts'
import { evidenceProblems } from './evidence-problems.ts'
import { glossaryProblems } from './glossary-problems.ts'
import { idProblems } from './id-problems.ts'
import { nameOf } from './name-of.ts'
import { pathProblems } from './path-problems.ts'
import { reviewProblems } from './review-problems.ts'
import { contentSchema } from './schema.ts'
import { tableProblems } from './table-problems.ts'
import { textProblems } from './text-problems.ts'
import { treeProblems } from './tree-problems.ts'

/**
 * Everything that is wrong with a body of content, one sentence each; nothing when it may be
 * taught. The shape is judged first: with a broken shape nothing else is looked at.
 */
export function problemsIn(content: unknown): readonly string[] {
  const parsed = contentSchema.safeParse(content)
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => `${place(content, issue.path)}: ${issue.message}`)
  }
  return [
    ...idProblems(parsed.data),
    ...evidenceProblems(parsed.data),
    ...caseProblems(parsed.data),
    ...treeProblems(parsed.data),
    ...tableProblems(parsed.data),
    ...reviewProblems(parsed.data),
    ...pathProblems(parsed.data),
    ...glossaryProblems(parsed.data),
    ...textProblems(parsed.data),
  ]
}

/** A path into the content, in which an entry is named by its id instead of its number. */
function place(content: unknown, path: readonly PropertyKey[]): string {
  let at = content
  const names: string[] = []
  for (const key of path) {
    at = isRecord(at) ? at[key] : undefined
    names.push(typeof key === 'number' ? nameOf(String(key), at) : String(key))
  }
  return names.join('/')
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null
}
