import { decodeReview, encodeReview, reviewMarkdown, scoreReview } from '@five-pillars/content'
import type { GivenReview } from '@five-pillars/content'
import type { Command } from 'commander'
import { Option } from 'commander'

import { terminal } from '../terminal.ts'

interface ReviewOptions {
  whole?: true
  clock: boolean
  from?: string
  format: 'text' | 'markdown' | 'json'
}

/** `review`: what a team cannot say about its system, what that risks, and where to begin. */
export function addReview(program: Command): void {
  program
    .command('review')
    .description('review an architecture in five minutes: what is open, and where to begin')
    .option('--whole', 'ask all questions, not three of each pillar')
    .option('--no-clock', 'take the time that you need')
    .option('--from <result>', 'show a result again: its word, or the link of a page')
    .addOption(
      new Option('--format <format>', 'of the result')
        .choices(['text', 'markdown', 'json'])
        .default('text'),
    )
    .addHelpText(
      'after',
      `
Nothing is sent anywhere: the answers are in the word that the result ends with.

Examples:
  npx five-pillars review
  npx five-pillars review --whole --no-clock
  npx five-pillars review --from s-… --format markdown > review.md`,
    )
    .action(review)
}

async function review({ whole, clock, from, format }: ReviewOptions): Promise<void> {
  const questions = await import('@five-pillars/learner/questions')
  if (from !== undefined) {
    // The word of a link is what stands behind its last sign.
    const given = decodeReview(from.split(/[#=]/).at(-1) ?? from)
    if (format === 'text') {
      const lines = questions.formatReview(resultOf(given), encodeReview(given), terminal())
      process.stdout.write(`${lines.join('\n')}\n`)
    } else process.stdout.write(written(given, format))
    return
  }
  const length = whole ? 'whole' : 'short'
  const dialog = questions.reviewDialog({ length, startMs: clock ? Date.now() : null })
  const quiet = { ...dialog, lastWords: () => '' }
  const { answers } = await questions.atTerminal(
    format === 'text' ? dialog : quiet,
    terminal().color,
  )
  if (format !== 'text') process.stdout.write(written({ length, answers }, format))
}

function resultOf({ length, answers }: GivenReview): ReturnType<typeof scoreReview> {
  return scoreReview(length, answers)
}

function written(given: GivenReview, format: 'markdown' | 'json'): string {
  const result = resultOf(given)
  const token = encodeReview(given)
  if (format === 'json') {
    const { known, of, start, order, open } = result
    const points = open.map(({ question, answer }) => ({ question: question.id, answer }))
    return `${JSON.stringify({ token, known, of, start, order, open: points }, undefined, 2)}\n`
  }
  const date = new Date().toISOString().slice(0, 10)
  return reviewMarkdown(result, { date, token: `npx five-pillars review --from ${token}` })
}
