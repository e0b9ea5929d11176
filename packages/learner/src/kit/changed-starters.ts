import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { KitError } from './kit-error.ts'

const run = promisify(execFile)

/**
 * A host tries exercises too, in the very file that learners get. Where the clone has its history,
 * a starter that differs from what was committed is not packed.
 *
 * @throws KitError `starter-changed`, naming the file
 */
export async function refuseChangedStarters(root: string): Promise<void> {
  const [changed] = await changedFiles(root)
  if (changed === undefined) return
  const why = `${changed} differs from what was committed: learners might get your solution.`
  throw new KitError('starter-changed', why)
}

/** None where there is no git, or no repository: then a starter is told by its `// TODO:` alone. */
async function changedFiles(root: string): Promise<string[]> {
  const args = ['diff', '--name-only', '--relative', 'HEAD', '--', ':(glob)exercises/*/*/src/**']
  try {
    const { stdout } = await run('git', args, { cwd: root })
    return stdout.split('\n').filter((line) => line !== '')
  } catch {
    return []
  }
}
