import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

import type { Kit } from '../kit/open-kit.ts'
import type { Workplace } from '../kit/workplace.ts'
import { LearnerError } from '../learner-error.ts'
import { contentOf, entriesOn, shelfOf } from './shelf.ts'

/** Where a kit keeps its starters: a learner's file is the starter only until the first save. */
const STARTERS = 'packages/learner/starters'

const run = promisify(execFile)
const GIT_TIMEOUT_MS = 10_000

export interface Starter {
  readonly content: Uint8Array
  /** Where it comes from, in words for the learner. */
  readonly from: string
}

/**
 * The starter of an exercise: of the kit, of the last commit of a clone, or as it was kept before the
 * learner began.
 *
 * @throws LearnerError `no-starter`
 */
export async function starterOf(kit: Kit, { exercise, name }: Workplace): Promise<Starter> {
  const packed = await kit.disk.read(path.join(kit.root, STARTERS, `${exercise.slug}.ts`))
  if (packed !== undefined) return { content: packed, from: 'the starter of the kit' }
  const committed = await lastCommit(kit.root, name)
  if (committed !== undefined) return { content: committed, from: 'the starter of the last commit' }
  const shelf = await shelfOf(kit, exercise.slug)
  const entries = await entriesOn(kit.disk, shelf)
  const kept = entries.find((entry) => entry.reason === 'starter')
  const content = kept && (await contentOf(kit.disk, shelf, kept))
  if (content !== undefined) return { content, from: 'the starter as you found it' }
  throw new LearnerError(
    'no-starter',
    `The starter of "${exercise.slug}" is not here: this folder is neither a kit nor a clone of git.`,
    `Take ${name} from the zip of the kit, or one of yours: npx five-pillars history ${exercise.slug}`,
  )
}

async function lastCommit(root: string, name: string): Promise<Uint8Array | undefined> {
  try {
    const { stdout } = await run('git', ['-C', root, 'show', `HEAD:./${name}`], {
      encoding: 'buffer',
      timeout: GIT_TIMEOUT_MS,
      windowsHide: true,
    })
    return stdout
  } catch {
    return undefined
  }
}
