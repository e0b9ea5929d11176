import { findRetiredNames } from '../retired-names.ts'
import { nameOf } from './name-of.ts'
import type { Content } from './schema.ts'

/** Retired names in what people read. Titles and addresses of sources stay as they are. */
export function* textProblems(content: Content): Generator<string> {
  for (const { path, text } of textsIn([], content)) {
    if (path[0] === 'sources') continue
    for (const { found, use } of findRetiredNames(text)) {
      yield `${path.join('/')}: "${found}" is now "${use}"`
    }
  }
}

function* textsIn(
  path: readonly string[],
  value: unknown,
): Generator<{ path: readonly string[]; text: string }> {
  if (typeof value === 'string') yield { path, text: value }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    yield* textsIn([...path, Array.isArray(value) ? nameOf(key, inner) : key], inner)
  }
}
