import path from 'node:path'

import { exercises } from '@five-pillars/content'
import type { Command } from 'commander'

import { exerciseNamed } from '../names.ts'
import { wholeNumber } from '../parse.ts'
import { progressBar } from '../progress-bar.ts'
import { renderError } from '../render-error.ts'
import { root } from '../root.ts'
import { terminal } from '../terminal.ts'
import { makeExercise } from './author-new.ts'

const COULD_NOT = 2

/** `author new` makes an exercise, `author check` proves that its suite tells right from wrong. */
export function addAuthor(program: Command): void {
  const author = program.command('author').description('tools for authors of exercises')
  author
    .command('new')
    .description('make the skeleton of an exercise; the gates then say what to write')
    .argument('<pillar/slug>', 'such as truth/token-bucket')
    .addHelpText('after', '\nExamples:\n  npx five-pillars author new truth/token-bucket')
    .action(makeExercise)
  author
    .command('check')
    .description('run the author gates: reference and alternatives pass, every mutant dies')
    .argument('[exercise]', 'which one; all of them if left out')
    .option('--seeds <number>', 'cases that each property tries on correct solutions', wholeNumber)
    .option('--deep', 'also judge the mutants that StrykerJS makes of the reference: minutes')
    .option('--update', 'rewrite the golden texts and the kill matrix')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars author check
  npx five-pillars author check load-balancer --seeds 1000 --deep`,
    )
    .action(checkExercises)
}

async function checkExercises(
  name: string | undefined,
  options: { seeds?: number; update?: true; deep?: true },
): Promise<void> {
  const [{ authorCheck, formatGates }, { JudgeError }] = await Promise.all([
    import('@five-pillars/judge/host'),
    import('@five-pillars/judge'),
  ])
  const chosen = name === undefined ? exercises : [exerciseNamed(name)]
  for (const exercise of chosen) {
    const bar = progressBar(exercise.slug)
    try {
      const report = await authorCheck({
        exerciseDir: path.join(root, exercise.path),
        ...options,
        onProgress: ({ done, total, label }) => bar.update({ done: done / total, message: label }),
      })
      bar.stop()
      process.stdout.write(formatGates(report, terminal()))
      process.exitCode = Math.max(Number(process.exitCode ?? 0), report.passed ? 0 : 1)
    } catch (error) {
      bar.stop()
      // The others have gates of their own.
      if (!(error instanceof JudgeError)) throw error
      console.error(renderError(error))
      process.exitCode = COULD_NOT
    }
  }
}
