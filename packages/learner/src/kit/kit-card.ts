import { createHash } from 'node:crypto'

import type { ZipEntry } from './write-zip.ts'

/** A learner writes here, so that it may differ from what was packed. */
const OF_LEARNERS = /^exercises\/.*\/src\//

export interface KitFacts {
  readonly version: string
  /** Versions of what set-up needs. */
  readonly node: string
  readonly pnpm: string
  /** Those whose packages the kit brings along. */
  readonly platforms: readonly string[]
}

/**
 * `kit.json`: which kit this is, and what has to be in it, so that set-up can tell a kit that did not
 * arrive whole.
 */
export function kitCard(
  entries: readonly ZipEntry[],
  facts: KitFacts,
): { id: string; text: string } {
  const hashes = entries
    .map(({ name, read }) => [name, hashOf(read()).slice(0, 16)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const id = hashOf(JSON.stringify([facts, hashes])).slice(0, 8)
  const files = Object.fromEntries(hashes.filter(([name]) => !OF_LEARNERS.test(name)))
  return { id, text: `${JSON.stringify({ ...facts, id, files }, undefined, 1)}\n` }
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
