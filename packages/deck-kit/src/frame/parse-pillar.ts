import type { PillarId } from '@five-pillars/content'

const ids: ReadonlySet<unknown> = new Set<PillarId>([
  'work',
  'state',
  'truth',
  'control',
  'intelligence',
])

/** A pillar as frontmatter names it; `none` is said on purpose, anything else is not one. */
export function parsePillar(value: unknown): PillarId | 'none' | undefined {
  return isPillar(value) ? value : undefined
}

function isPillar(value: unknown): value is PillarId | 'none' {
  return value === 'none' || ids.has(value)
}
