import path from 'node:path'

import type { Command } from 'commander'
import { Option } from 'commander'

import { exerciseNamed } from '../names.ts'
import { wholeNumber } from '../parse.ts'
import { root } from '../root.ts'
import { terminal } from '../terminal.ts'

interface JudgeOptions {
  submission?: string
  seed?: number
  json?: true
  junit?: true
}

/** `judge`: the hidden suite on a submission, in a process that can be killed. */
export function addJudge(program: Command): void {
  program
    .command('judge')
    .description('grade a submission with the hidden suite')
    .argument('<exercise>', 'which exercise')
    .option('--submission <file>', "the file to grade (default: the exercise's own source file)")
    .option('--seed <number>', 'repeat a run exactly', wholeNumber)
    .addOption(new Option('--json', 'print results.json').conflicts('junit'))
    .option('--junit', 'print JUnit XML')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars judge load-balancer
  npx five-pillars judge load-balancer --submission ~/Downloads/ada.ts --json > ada.json`,
    )
    .action(grade)
}

async function grade(name: string, options: JudgeOptions): Promise<void> {
  const { formatVerdict, judge, verdictExitCode, verdictJson, verdictJunit } =
    await import('@five-pillars/judge')
  const exercise = exerciseNamed(name)
  const exerciseDir = path.join(root, exercise.path)
  const submission = options.submission ?? path.join(exerciseDir, 'src', `${exercise.slug}.ts`)
  const verdict = await judge({
    exerciseDir,
    submission: path.resolve(submission),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  })
  if (options.json) process.stdout.write(verdictJson(verdict))
  else if (options.junit) process.stdout.write(verdictJunit(verdict))
  else
    process.stdout.write(formatVerdict(verdict, { ...terminal(), submission: options.submission }))
  process.exitCode = verdictExitCode(verdict)
}
