import { writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { Command } from 'commander'

import { CliError } from '../cli-error.ts'
import { exerciseNamed } from '../names.ts'
import { wholeNumber } from '../parse.ts'
import { root } from '../root.ts'
import { terminal } from '../terminal.ts'

/** The exercises that a shop is made of. */
const PARTS = ['load-balancer', 'hash-ring', 'quorum', 'health-checker', 'autoscaler'] as const

interface GameDayOptions {
  part: Readonly<Record<string, string>>
  seed: number
  record?: string
  json?: true
}

/** `game-day`: the learner's five parts as one shop, for ten simulated minutes. */
export function addGameDay(program: Command): void {
  program
    .command('game-day')
    .description('open a shop made of your five parts, and let six things go wrong')
    .option('--part <slug=file>', 'another file than your own; again for each part', withPart, {})
    .option('--seed <number>', 'another day, or the same one again', wholeNumber, 1)
    .option('--record <file>', 'write the day for a player')
    .option('--json', 'print the score sheet as JSON')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars game-day
  npx five-pillars game-day --seed 7 --part quorum=../their-team/quorum.ts
  npx five-pillars game-day --record day.trace.json`,
    )
    .action(play)
}

/** Reads `quorum=../quorum.ts`. Throws `unknown-part` or `bad-part`. */
function withPart(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const [slug = '', ...rest] = text.split('=')
  const file = rest.join('=')
  const fix = `Say for example --part quorum=../their-team/quorum.ts, with one of: ${PARTS.join(', ')}`
  if (!PARTS.some((part) => part === slug)) {
    throw new CliError('unknown-part', `The shop has no part "${slug}".`, fix)
  }
  if (file === '') throw new CliError('bad-part', `"--part ${text}" names no file.`, fix)
  return { ...before, [slug]: file }
}

/** Exit code 0 when no line was lost and the day came to its end, 1 when not. */
async function play({ part, seed, record, json }: GameDayOptions): Promise<void> {
  const { formatGameDay, playGameDay } = await import('@five-pillars/judge')
  const day = await playGameDay({
    exerciseDir: path.join(root, exerciseNamed('game-day').path),
    parts: PARTS.map((slug) => ({
      slug,
      exerciseDir: path.join(root, exerciseNamed(slug).path),
      ...(part[slug] === undefined ? {} : { file: path.resolve(part[slug]) }),
    })),
    seed,
    isRecorded: record !== undefined,
  })
  if (day.kind === 'refused') throw new CliError('no-game-day', day.text, day.fix)
  const { trace, ...sheet } = day
  if (record !== undefined) await keep(record, `${JSON.stringify(trace)}\n`)
  process.stdout.write(json ? `${JSON.stringify(sheet)}\n` : formatGameDay(day, terminal()))
  process.exitCode = day.sheet.lost === 0 && day.sheet.stopped === null ? 0 : 1
}

/** Throws `not-writable`. */
async function keep(file: string, text: string): Promise<void> {
  try {
    await writeFile(path.resolve(file), text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const fix = 'Name a file in a folder that is there: --record day.trace.json'
    throw new CliError('not-writable', `The day cannot be written to "${file}": ${why}.`, fix)
  }
}
