import { openKit, readProgress } from '@five-pillars/learner'
import type { Kit } from '@five-pillars/learner'

import { CliError } from './cli-error.ts'
import { exerciseNamed } from './names.ts'
import { root } from './root.ts'

/**
 * The kit that this command belongs to.
 *
 * @throws LearnerError `no-kit` or `other-kit`
 */
export function ownKit(): Kit {
  return openKit({ root })
}

/**
 * The slug of the named exercise, or of the one that is worked on.
 *
 * @throws CliError `unknown-exercise`, or `no-exercise` where none was begun
 */
export async function slugOf(kit: Kit, verb: string, name: string | undefined): Promise<string> {
  if (name !== undefined) return exerciseNamed(name).slug
  const { current } = (await readProgress(kit)).progress
  if (current !== null) return current
  const fix = `Run: npx five-pillars ${verb} <exercise>. There are: npx five-pillars list`
  throw new CliError('no-exercise', 'No exercise has been begun yet.', fix)
}
