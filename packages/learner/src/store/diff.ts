import { diff as compare } from 'node:util'

import type { Kit } from '../kit/open-kit.ts'
import { workplaceOf } from '../kit/workplace.ts'
import { history, keptText } from './history.ts'
import { readWork } from './save.ts'
import { hashOf } from './version.ts'
import type { Entry } from './version.ts'

/** Beyond so many lines that differ, what is common to them is not looked for. */
const LINES_MAX = 3000

export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** What changed from an earlier version to the file as it is now, or to another version. */
export interface Difference {
  readonly from: Entry
  /** Null: the file as it is now. */
  readonly to: Entry | null
  /** All lines; those that are the same too. */
  readonly lines: readonly DiffLine[]
}

/**
 * @param between.from number of a version; default: the newest that differs from the other side
 * @param between.to number of a version; default: the file as it is now
 * @returns undefined where no earlier version differs
 * @throws LearnerError `unknown-version` or `damaged-version`
 */
export async function diff(
  kit: Kit,
  slug: string,
  between: { from?: number; to?: number } = {},
): Promise<Difference | undefined> {
  const to = between.to === undefined ? undefined : await keptText(kit, slug, between.to)
  const now = to?.content ?? (await readWork(kit, await workplaceOf(kit, slug))) ?? new Uint8Array()
  const from = between.from ?? (await lastOther(kit, slug, hashOf(now), to?.version))
  if (from === undefined) return undefined
  const { version, content } = await keptText(kit, slug, from)
  return { from: version, to: to?.version ?? null, lines: compareLines(content, now) }
}

async function lastOther(
  kit: Kit,
  slug: string,
  hash: string,
  before: Entry | undefined,
): Promise<number | undefined> {
  const versions = await history(kit, slug)
  return versions.find(
    (version) => version.hash !== hash && version.number < (before?.number ?? Infinity),
  )?.number
}

function compareLines(before: Uint8Array, after: Uint8Array): DiffLine[] {
  const [old, young] = [linesOf(before), linesOf(after)]
  const shorter = Math.min(old.length, young.length)
  let head = 0
  while (head < shorter && old[head] === young[head]) head += 1
  let tail = 0
  while (tail < shorter - head && old.at(-1 - tail) === young.at(-1 - tail)) tail += 1
  return [
    ...asKind('same', old.slice(0, head)),
    ...middle(old.slice(head, old.length - tail), young.slice(head, young.length - tail)),
    ...asKind('same', old.slice(old.length - tail)),
  ]
}

function middle(old: string[], young: string[]): DiffLine[] {
  if (Math.max(old.length, young.length) > LINES_MAX) {
    return [...asKind('removed', old), ...asKind('added', young)]
  }
  return compare(old, young).map(([operation, text]) => ({ kind: kindOf(operation), text }))
}

/** Node marks what only the first has with 1, and what only the second has with -1. */
function kindOf(operation: number): DiffLine['kind'] {
  if (operation === 0) return 'same'
  return operation > 0 ? 'removed' : 'added'
}

function asKind(kind: DiffLine['kind'], lines: readonly string[]): DiffLine[] {
  return lines.map((text) => ({ kind, text }))
}

/** The end of the last line begins no new one. */
function linesOf(content: Uint8Array): string[] {
  const lines = new TextDecoder().decode(content).split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}
