import { Command, CommanderError } from 'commander'

import { renderError } from './render-error.ts'
import { addAuthor } from './verbs/author.ts'
import { addCheck } from './verbs/check.ts'
import { addExport } from './verbs/export.ts'
import { addGameDay } from './verbs/game-day.ts'
import { addHint } from './verbs/hint.ts'
import { addHub } from './verbs/hub.ts'
import { addJudge } from './verbs/judge.ts'
import { addLearnerFiles } from './verbs/learner-files.ts'
import { addList } from './verbs/list.ts'
import { addPresent } from './verbs/present.ts'
import { addProgress } from './verbs/progress.ts'
import { addShow } from './verbs/show.ts'

const COULD_NOT = 2
const ADD_VERBS = [
  addHub,
  addList,
  addPresent,
  addExport,
  addCheck,
  addHint,
  addShow,
  addProgress,
  addLearnerFiles,
  addJudge,
  addGameDay,
  addAuthor,
]

await run(process.argv)

/** Parses one command line and runs its verb; sets the exit code: 0 done, 1 not passed, 2 could not. */
async function run(argv: readonly string[]): Promise<void> {
  const program = new Command('npx five-pillars')
    .description('Decks and a workshop kit about the five pillars of distributed systems.')
    .showSuggestionAfterError()
    .showHelpAfterError('Run with --help for examples.')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars list                    what there is
  npx five-pillars present work            give the Work talk
  npx five-pillars check load-balancer     run the open checks on your solution
  npx five-pillars judge load-balancer     grade it
  npx five-pillars export --format pdf     print every deck`,
    )
  // Subcommands copy these settings when they are made, so they come first.
  program.exitOverride()
  for (const addVerb of ADD_VERBS) addVerb(program)

  try {
    await program.parseAsync(argv)
  } catch (error) {
    process.exitCode = exitCodeOf(error)
    if (!(error instanceof CommanderError)) console.error(renderError(error))
  }
}

/** Commander has printed its own errors by then, and throws for `--help` as well. */
function exitCodeOf(error: unknown): number {
  return error instanceof CommanderError && error.exitCode === 0 ? 0 : COULD_NOT
}
