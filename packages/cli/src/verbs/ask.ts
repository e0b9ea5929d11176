import { existsSync } from 'node:fs'
import path from 'node:path'

import { decisionPlace } from '@five-pillars/content'
import type { DecisionPlace } from '@five-pillars/content'
import type { Command } from 'commander'

import { CliError } from '../cli-error.ts'
import { root } from '../root.ts'
import { terminal } from '../terminal.ts'

interface AskOptions {
  tree?: true
  json?: true
}

/** `ask`: from what hurts to what helps, question by question. */
export function addAsk(program: Command): void {
  program
    .command('ask')
    .description('what is breaking? From a symptom to a pillar, its patterns and an exercise')
    .argument('[place]', 'a question or an end to go to, such as slow or lost-mistake')
    .option('--tree', 'show all questions and answers, and the places')
    .option('--json', 'print a place as JSON, and ask nothing')
    .addHelpText(
      'after',
      `
Each answer says why it leads where it leads. The pages of the hub and the slides have the same
questions.

Examples:
  npx five-pillars ask
  npx five-pillars ask slow                  from one question on
  npx five-pillars ask lost-mistake          what is advised at that end
  npx five-pillars ask --tree
  printf '1\\n2\\n' | npx five-pillars ask     without a terminal: numbers, line by line`,
    )
    .action(ask)
}

async function ask(name: string | undefined, { tree, json }: AskOptions): Promise<void> {
  const questions = await import('@five-pillars/learner/questions')
  if (tree) {
    process.stdout.write(questions.formatTree(terminal()))
    return
  }
  const place = placeNamed(name)
  const hasTalks = existsSync(path.join(root, 'decks'))
  if (json) {
    process.stdout.write(questions.placeJson(place))
  } else if (questions.isEnd(place)) {
    process.stdout.write(`${questions.formatEnd(place, { ...terminal(), hasTalks }).join('\n')}\n`)
  } else {
    await questions.atTerminal(questions.askDialog(place, { hasTalks }), terminal().color)
  }
}

/** Throws `unknown-place` with the nearest one. */
function placeNamed(name: string | undefined): DecisionPlace {
  try {
    return decisionPlace(name)
  } catch (error) {
    const nearest = error instanceof Error && 'nearest' in error ? error.nearest : undefined
    const hint = typeof nearest === 'string' ? ` Did you mean "${nearest}"?` : ''
    throw new CliError(
      'unknown-place',
      `The tree has no place "${name}".${hint}`,
      'See them all: npx five-pillars ask --tree',
    )
  }
}
