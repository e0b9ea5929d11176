import { Command, CommanderError } from 'commander'

import { renderError } from './render-error.ts'

const COULD_NOT = 2

/** One verb, put on the command line. */
export type AddVerb = (program: Command) => void

interface Program {
  readonly description: string
  readonly verbs: readonly AddVerb[]
  /** Lines below the list of verbs. */
  readonly examples: string
}

/** Parses one command line and runs its verb; sets the exit code: 0 done, 1 not passed, 2 could not. */
export async function run(
  argv: readonly string[],
  { description, verbs, examples }: Program,
): Promise<void> {
  endWithReader()
  const program = new Command('npx five-pillars')
    .description(description)
    .showSuggestionAfterError()
    .showHelpAfterError('Run with --help for examples.')
    .addHelpText('after', `\nExamples:\n${examples}`)
  // Subcommands copy these settings when they are made, so they come first.
  program.exitOverride()
  for (const addVerb of verbs) addVerb(program)

  try {
    await program.parseAsync(argv)
  } catch (error) {
    process.exitCode = exitCodeOf(error)
    if (!(error instanceof CommanderError)) console.error(renderError(error))
  }
}

/** Whoever reads through `head` or a pager that was left has seen enough: that is no error. */
function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

/** Commander has printed its own errors by then, and throws for `--help` as well. */
function exitCodeOf(error: unknown): number {
  return error instanceof CommanderError && error.exitCode === 0 ? 0 : COULD_NOT
}
