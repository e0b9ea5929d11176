import path from 'node:path'

import type { Kit } from '../kit/open-kit.ts'
import { sumOf } from './apply.ts'
import { asText, fromText } from './progress-text.ts'
import { readJournal, recentEvents } from './journal.ts'
import { mergeProgress } from './merge.ts'
import { progressSchema } from './progress.ts'
import type { Progress } from './progress.ts'

export interface ReadProgress {
  readonly progress: Progress
  /** Where a damaged file was kept aside; what it held was rebuilt from the journal. */
  readonly keptAside: string | null
}

export function progressFile({ work }: Kit): string {
  return path.join(work, 'progress.json')
}

/** Never throws for a file that is damaged: that is kept aside and rebuilt. */
export async function readProgress(kit: Kit): Promise<ReadProgress> {
  const content = await kit.disk.read(progressFile(kit))
  if (content === undefined) return { progress: sumOf(await readJournal(kit)), keptAside: null }
  const progress = parseProgress(content)
  // What was noted by a process that was ended before it could write the sum.
  if (progress !== undefined) {
    const recent = sumOf(await recentEvents(kit))
    return { progress: mergeProgress(progress, recent), keptAside: null }
  }
  return rebuild(kit, content)
}

/** The progress that a file holds; undefined for one that is damaged, or of another version. */
export function parseProgress(content: Uint8Array): Progress | undefined {
  try {
    return progressSchema.safeParse(fromText(content)).data
  } catch {
    return undefined
  }
}

async function rebuild(kit: Kit, damaged: Uint8Array): Promise<ReadProgress> {
  const progress = sumOf(await readJournal(kit))
  const names = new Set(await kit.disk.list(kit.work))
  let number = 1
  while (names.has(asideName(number))) number += 1
  const aside = path.join(kit.work, asideName(number))
  try {
    await kit.disk.write(aside, damaged)
    await kit.disk.write(progressFile(kit), asText(progress))
  } catch {
    // Without room the damaged file stays where it is, and is rebuilt again the next time.
    return { progress, keptAside: null }
  }
  return { progress, keptAside: path.relative(kit.root, aside).replaceAll(path.sep, '/') }
}

function asideName(number: number): string {
  return `progress.damaged-${number}.json`
}
