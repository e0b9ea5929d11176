// The command of a learner's kit: `main.ts` without what is the host's. The launcher takes this one
// where the other is not there.
import { CliError } from './cli-error.ts'
import { LEARNER_VERBS } from './learner-verbs.ts'
import { run } from './run.ts'
import type { AddVerb } from './run.ts'

/** Briefs and slides name these: whoever types one of them is told where it lives. */
const OF_THE_HOST = [
  'host',
  'judge',
  'hub',
  'present',
  'export',
  'build-site',
  'pack',
  'author',
] as const

const addAbsent: AddVerb = (program) => {
  for (const verb of OF_THE_HOST) {
    program
      .command(verb, { hidden: true })
      .allowUnknownOption()
      .allowExcessArguments()
      .action(() => {
        const fix =
          verb === 'judge'
            ? 'Hand your file in, and the host grades it; here: npx five-pillars check'
            : 'See what there is: npx five-pillars --help'
        throw new CliError('not-in-kit', `"${verb}" is the host's: a learner's kit has none.`, fix)
      })
  }
}

await run(process.argv, {
  description: 'Graded exercises about the five pillars of distributed systems.',
  verbs: [...LEARNER_VERBS, addAbsent],
  examples: `  npx five-pillars learn                   work through the exercises
  npx five-pillars list                    what there is
  npx five-pillars check load-balancer     run the open checks on your solution
  npx five-pillars doctor                  is this machine fit for the day?`,
})
