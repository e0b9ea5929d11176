import path from 'node:path'

import { exercises } from '@five-pillars/content'
import type { ExerciseEntry } from '@five-pillars/content'
import type { AuthorOptions } from '@five-pillars/judge/host'
import type { Command } from 'commander'

import { exerciseNamed } from '../names.ts'
import { wholeNumber } from '../parse.ts'
import { progressBar } from '../progress-bar.ts'
import type { ProgressBar } from '../progress-bar.ts'
import { renderError } from '../render-error.ts'
import { root } from '../root.ts'
import { terminal } from '../terminal.ts'
import { makeExercise } from './author-new.ts'

const COULD_NOT = 2

type OnProgress = NonNullable<AuthorOptions['onProgress']>

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
  const chosen = name === undefined ? exercises : [exerciseNamed(name)]
  const [{ authorCheck, formatGates, openWorkshop }, { JudgeError }] = await Promise.all([
    import('@five-pillars/judge/host'),
    import('@five-pillars/judge'),
  ])
  const bar = progressBar(name ?? 'all exercises')
  const follow = progressOfAll(bar)
  const workshop = openWorkshop()
  const check = ({ slug, path: folder }: ExerciseEntry): Promise<string | Error> =>
    authorCheck({
      exerciseDir: path.join(root, folder),
      workshop,
      ...options,
      onProgress: follow(slug),
    }).then(
      (report) => {
        process.exitCode = Math.max(Number(process.exitCode ?? 0), report.passed ? 0 : 1)
        return formatGates(report, terminal())
      },
      (error: Error) => error,
    )
  try {
    // One begins while the last runs of another go on; those that write do so one after another.
    const inTurn = options.update === true || options.deep === true
    const begun = inTurn ? [] : chosen.map((exercise) => check(exercise))
    for (const [index, exercise] of chosen.entries()) {
      const end = await (begun[index] ?? check(exercise))
      bar.stop()
      if (typeof end === 'string') process.stdout.write(end)
      else {
        // The others have gates of their own.
        if (!(end instanceof JudgeError)) throw end
        console.error(renderError(end))
        process.exitCode = COULD_NOT
      }
    }
  } finally {
    workshop.close()
  }
}

/** One bar for runs of several exercises. */
function progressOfAll(bar: ProgressBar): (slug: string) => OnProgress {
  const all: { done: number; total: number }[] = []
  return (slug) => {
    const own = { done: 0, total: 0 }
    all.push(own)
    return ({ done, total, label }) => {
      Object.assign(own, { done, total })
      const share = all.reduce((sum, each) => sum + each.done, 0) / totalOf(all)
      bar.update({ done: share, message: `${slug}: ${label}` })
    }
  }
}

function totalOf(all: readonly { total: number }[]): number {
  return all.reduce((sum, { total }) => sum + total, 0)
}
