import type { Kit } from '../kit/open-kit.ts'
import { workplaceOf } from '../kit/workplace.ts'
import { LearnerError } from '../learner-error.ts'
import { readJournal } from '../progress/journal.ts'
import { contentOf, entriesOn, shelfOf } from './shelf.ts'
import { readWork } from './save.ts'
import { hashOf } from './version.ts'
import type { Entry, Version } from './version.ts'

/** All versions of an exercise that are kept, the newest first. */
export async function history(kit: Kit, slug: string): Promise<readonly Version[]> {
  const entries = await entriesOn(kit.disk, await shelfOf(kit, slug))
  const results = new Map<string, Version['result']>()
  for (const event of await readJournal(kit)) {
    if (event.kind !== 'check' || event.exercise !== slug) continue
    results.set(event.hash, { kept: event.kept, of: event.of })
  }
  const hash = await hashNow(kit, slug)
  const current = entries.findLast((entry) => entry.hash === hash)
  return entries
    .map((entry) => ({
      ...entry,
      result: results.get(entry.hash) ?? null,
      isCurrent: entry === current,
    }))
    .toReversed()
}

/** Versions can be looked at wherever the file and its folder may be. */
async function hashNow(kit: Kit, slug: string): Promise<string | undefined> {
  try {
    const content = await readWork(kit, await workplaceOf(kit, slug))
    return content && hashOf(content)
  } catch (error) {
    if (error instanceof LearnerError) return undefined
    throw error
  }
}

export interface KeptText {
  readonly version: Entry
  readonly content: Uint8Array
}

/**
 * A kept version with its text.
 *
 * @throws LearnerError `unknown-version` or `damaged-version`
 */
export async function keptText(kit: Kit, slug: string, number: number): Promise<KeptText> {
  const shelf = await shelfOf(kit, slug)
  const entries = await entriesOn(kit.disk, shelf)
  const fix = `Run: npx five-pillars history ${slug}`
  const version = entries.findLast((entry) => entry.number === number)
  if (version === undefined) {
    const known = entries.length === 0 ? 'none is kept yet' : rangeOf(entries)
    const text = `There is no version ${number} of "${slug}": ${known}.`
    throw new LearnerError('unknown-version', text, fix)
  }
  const content = await contentOf(kit.disk, shelf, version)
  if (content !== undefined) return { version, content }
  const text = `Version ${number} of "${slug}" is damaged: it is not what was kept.`
  throw new LearnerError('damaged-version', text, `Take one before or after it. ${fix}`)
}

function rangeOf(entries: readonly Entry[]): string {
  return `they go from ${entries.at(0)?.number} to ${entries.at(-1)?.number}`
}
