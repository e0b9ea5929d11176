import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { Command } from 'commander'

import { CliError } from '../cli-error.ts'
import { terminal } from '../terminal.ts'

interface ProgressOptions {
  path?: string
  merge?: string
  graded?: string
  json?: true
}

/** `progress`: where a learner is. */
export function addProgress(program: Command): void {
  program
    .command('progress')
    .description('show where you are: exercises, milestones, what comes next')
    .option('--path <path>', 'choose an order: new-graduate, senior, manager or architect')
    .option('--merge <file>', 'take in the progress.json of another machine')
    .option('--graded <file>', 'note the results.json that a host gave you')
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars progress
  npx five-pillars progress --path architect
  npx five-pillars progress --graded ~/Downloads/results.json`,
    )
    .action(progress)
}

async function progress(options: ProgressOptions): Promise<void> {
  const learner = await import('@five-pillars/learner')
  const { ownKit } = await import('../own-kit.ts')
  const kit = ownKit()
  const { keptAside } = await learner.readProgress(kit)
  if (keptAside !== null) {
    console.error(`progress.json could not be read. It is kept as ${keptAside}; this is rebuilt.`)
  }
  if (options.path !== undefined) await learner.choosePath(kit, options.path)
  if (options.merge !== undefined) await learner.takeIn(kit, await contentOf(options.merge))
  if (options.graded !== undefined) {
    const { otherKit } = await learner.takeInGraded(kit, await contentOf(options.graded))
    if (otherKit !== null) console.error(olderOrNewer(otherKit))
  }
  const standing = learner.standing((await learner.readProgress(kit)).progress)
  process.stdout.write(
    options.json
      ? `${JSON.stringify(standing)}\n`
      : learner.formatProgress(standing, { ...terminal(), now: kit.now() }),
  )
}

/** The points are noted all the same: it is the host who decides. */
function olderOrNewer(judges: string): string {
  return `It was graded by kit ${judges}, and this is another one: what is graded may differ from these briefs. Ask your host for their zip: npm run doctor -- --share says which kit this is.`
}

/** Throws `not-readable`. */
async function contentOf(name: string): Promise<Uint8Array> {
  try {
    return await readFile(path.resolve(name))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CliError('not-readable', `"${name}" cannot be read: ${why}.`, 'Name another file.')
  }
}
