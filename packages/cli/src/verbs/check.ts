import path from 'node:path'

import { exercises } from '@five-pillars/content'
import type { Command } from 'commander'

import { CliError } from '../cli-error.ts'
import { exerciseNamed } from '../names.ts'
import { root } from '../root.ts'
import { terminal } from '../terminal.ts'
import { formatOf, formatOption, verdictText } from '../verdict-format.ts'
import type { FormatChoice } from '../verdict-format.ts'

/** A learner's machine grades nothing, and of several exercises there is more than one result. */
const CHECK_FORMATS = ['terminal', 'json', 'github', 'markdown'] as const

interface CheckOptions extends FormatChoice {
  replay?: string
  submission?: string
  mermaid?: true
}

/** `check`: the visible suite on the learner's own file. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('run the open checks of an exercise on your solution')
    .argument('[exercise]', 'which one; all of them if left out')
    .addOption(formatOption(CHECK_FORMATS).conflicts('replay'))
    .option('--json', 'short for --format json')
    .option('--replay <token>', 'repeat what broke a promise, as a failure printed it')
    .option('--submission <file>', "with --replay: another file than the exercise's own")
    .option('--mermaid', 'with --replay: print the run as a Mermaid diagram')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars check load-balancer
  npx five-pillars check --json
  npx five-pillars check raft-election --replay eyJraXQ…`,
    )
    .action(check)
}

async function check(name: string | undefined, options: CheckOptions): Promise<void> {
  if (options.replay !== undefined) return replay(name, options.replay, options)
  const { checkOpen, verdictExitCode } = await import('@five-pillars/judge')
  const chosen = name === undefined ? exercises : [exerciseNamed(name)]
  for (const exercise of chosen) {
    const exerciseDir = path.join(root, exercise.path)
    const verdict = await checkOpen({ exerciseDir })
    const file = path.join(exerciseDir, verdict.submission)
    process.stdout.write(await verdictText(verdict, formatOf(options), { exerciseDir, file }))
    process.exitCode = Math.max(Number(process.exitCode ?? 0), verdictExitCode(verdict))
  }
}

/** Exit code 0 when the run keeps every rule now, 1 when what broke a promise is still so. */
async function replay(
  name: string | undefined,
  token: string,
  { submission, mermaid, json }: CheckOptions,
): Promise<void> {
  if (name === undefined) {
    const fix = 'Run: npx five-pillars check <exercise> --replay <token>'
    throw new CliError('no-exercise', 'A replay needs the name of its exercise.', fix)
  }
  const { formatCalls, replayRun } = await import('@five-pillars/judge')
  const { columns, color } = terminal()
  const exerciseDir = path.join(root, exerciseNamed(name).path)
  const options = submission === undefined ? {} : { subject: path.resolve(submission) }
  const replayed = await replayRun({ exerciseDir, token, columns, ...options })
  if (replayed.kind === 'refused') {
    throw new CliError(`bad-${replayed.what}`, replayed.text, replayed.fix)
  }
  process.stdout.write(
    json
      ? `${JSON.stringify(replayed)}\n`
      : replayed.kind === 'called'
        ? formatCalls(replayed, { columns, color })
        : `${mermaid ? replayed.mermaid : replayed.story}\n`,
  )
  // Without the suite nobody can tell whether a promise is kept, only that the same is wrong.
  const isBroken =
    replayed.kind === 'called' ? !replayed.isOther || replayed.left > 0 : !replayed.holds
  process.exitCode = isBroken ? 1 : 0
}
