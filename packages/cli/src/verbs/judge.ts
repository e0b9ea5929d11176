import path from 'node:path'

import type { Command } from 'commander'
import { Option } from 'commander'

import { CliError } from '../cli-error.ts'
import { exerciseNamed } from '../names.ts'
import { wholeNumber } from '../parse.ts'
import { root } from '../root.ts'
import { formatOf, formatOption, VERDICT_FORMATS, verdictText } from '../verdict-format.ts'
import type { FormatChoice } from '../verdict-format.ts'
import { judgeFolder } from './judge-all.ts'

interface JudgeOptions extends FormatChoice {
  all?: string
  out?: string
  submission?: string
  seed?: number
}

/** `judge`: the hidden suite on a submission, in a process that can be killed. */
export function addJudge(program: Command): void {
  program
    .command('judge')
    .description('grade a submission with the hidden suite')
    .argument('[exercise]', 'which exercise; with --all it may be left out')
    .option('--submission <file>', "the file to grade (default: the exercise's own source file)")
    .option('--all <folder>', 'judge every submission below a folder, on all cores')
    .option('--out <folder>', 'with --all: where the results go (default: results)')
    .option('--seed <number>', 'repeat a run exactly', wholeNumber)
    .addOption(formatOption(VERDICT_FORMATS))
    .addOption(new Option('--json', 'short for --format json: results.json').conflicts('junit'))
    .option('--junit', 'short for --format junit: JUnit XML')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars judge load-balancer
  npx five-pillars judge load-balancer --submission ~/Downloads/ada.ts --json > ada.json
  npx five-pillars judge load-balancer --format markdown >> $GITHUB_STEP_SUMMARY
  npx five-pillars judge --all class --out results     # class/ada/load-balancer.ts, …
  npx five-pillars judge quorum --all quorum-class     # quorum-class/ada.ts, …`,
    )
    .action(grade)
}

async function grade(name: string | undefined, options: JudgeOptions): Promise<void> {
  const { all, out } = options
  if (all !== undefined) return judgeFolder(name, { all, ...(out === undefined ? {} : { out }) })
  if (name === undefined) {
    const fix = 'Run: npx five-pillars judge <exercise>, or npx five-pillars judge --all <folder>'
    throw new CliError('no-exercise', 'It is not said which exercise to judge.', fix)
  }
  const exercise = exerciseNamed(name)
  const [{ judge }, { verdictExitCode }] = await Promise.all([
    import('@five-pillars/judge/host'),
    import('@five-pillars/judge'),
  ])
  const exerciseDir = path.join(root, exercise.path)
  const { submission } = options
  const file = path.resolve(submission ?? path.join(exerciseDir, 'src', `${exercise.slug}.ts`))
  const verdict = await judge({
    exerciseDir,
    submission: file,
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  })
  const judged = { exerciseDir, file, submission }
  process.stdout.write(await verdictText(verdict, formatOf(options), judged))
  process.exitCode = verdictExitCode(verdict)
}
