import path from 'node:path'

import { exercises } from '@five-pillars/content'
import type { Command } from 'commander'

import { exerciseNamed } from '../names.ts'
import { root } from '../root.ts'
import { terminal } from '../terminal.ts'

/** `check`: the visible suite on the learner's own file. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('run the open checks of an exercise on your solution')
    .argument('[exercise]', 'which one; all of them if left out')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  npx five-pillars check load-balancer\n  npx five-pillars check --json',
    )
    .action(check)
}

async function check(name: string | undefined, options: { json?: true }): Promise<void> {
  const { checkOpen, formatVerdict, verdictExitCode, verdictJson } =
    await import('@five-pillars/judge')
  const chosen = name === undefined ? exercises : [exerciseNamed(name)]
  for (const exercise of chosen) {
    const verdict = await checkOpen({ exerciseDir: path.join(root, exercise.path) })
    process.stdout.write(options.json ? verdictJson(verdict) : formatVerdict(verdict, terminal()))
    process.exitCode = Math.max(Number(process.exitCode ?? 0), verdictExitCode(verdict))
  }
}
