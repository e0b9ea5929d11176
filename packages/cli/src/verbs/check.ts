import path from 'node:path'

import { exercises } from '@five-pillars/content'
import type { Checked } from '@five-pillars/learner'
import type { Command } from 'commander'
import { Option } from 'commander'

import { CliError } from '../cli-error.ts'
import { exerciseNamed } from '../names.ts'
import { wholeNumber } from '../parse.ts'
import { progressBar } from '../progress-bar.ts'
import { root } from '../root.ts'
import { terminal } from '../terminal.ts'
import { formatOf, formatOption, verdictText } from '../verdict-format.ts'
import type { FormatChoice } from '../verdict-format.ts'

/** A learner's machine grades nothing, and of several exercises there is more than one result. */
const CHECK_FORMATS = ['terminal', 'json', 'github', 'markdown'] as const

interface CheckOptions extends FormatChoice {
  replay?: string
  seeds?: number
  submission?: string
  mermaid?: true
}

/** `check`: the visible suite on the learner's own file. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('run the open checks of an exercise on your solution; your file is kept first')
    .argument('[exercise]', 'which one; all of them if left out')
    .addOption(formatOption(CHECK_FORMATS).conflicts('replay'))
    .option('--json', 'short for --format json')
    .addOption(
      new Option('--seeds <number>', 'and then so many seeds of its simulated world')
        .argParser(wholeNumber)
        .conflicts(['replay', 'format', 'json']),
    )
    .option('--replay <token>', 'repeat what broke a promise: last, or a token')
    .option('--submission <file>', "with --replay: another file than the exercise's own")
    .option('--mermaid', 'with --replay: print the run as a Mermaid diagram')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars check load-balancer
  npx five-pillars check --json
  npx five-pillars check raft-election --seeds 200
  npx five-pillars check raft-election --replay last
  npx five-pillars check raft-election --replay eyJraXQ…`,
    )
    .action(check)
}

async function check(name: string | undefined, options: CheckOptions): Promise<void> {
  if (options.replay !== undefined) return replay(name, options.replay, options)
  const chosen = name === undefined ? exercises : [exerciseNamed(name)]
  const { createRunner, tellCheck } = await import('@five-pillars/learner')
  const { ownKit } = await import('../own-kit.ts')
  const { verdictExitCode } = await import('@five-pillars/judge')
  const kit = ownKit()
  const runner = createRunner(kit, { isWarm: chosen.length > 1 })
  const bar = progressBar('check')
  try {
    for (const [index, { slug }] of chosen.entries()) {
      if (chosen.length > 1) bar.update({ done: index / chosen.length, message: slug })
      const checked = await runner.runCheck(slug, {
        seeds: options.seeds ?? 0,
        isAside: chosen.length > 1,
      })
      bar.stop()
      await print(checked, options)
      raiseExitCode(verdictExitCode(checked.verdict))
      if (options.seeds !== undefined) printExplored(checked, name === undefined)
      if (chosen.length === 1) await tellCheck(kit, checked)
    }
  } finally {
    bar.stop()
    runner.close()
  }
}

async function print(checked: Checked, options: CheckOptions): Promise<void> {
  const { explain } = await import('@five-pillars/learner')
  const { ownCommandFor } = await import('@five-pillars/judge')
  const { verdict, trouble, keptAside, reached, brief } = checked
  if (trouble !== null) console.error(`${trouble.message} ${trouble.fix}\n`)
  if (keptAside !== null) {
    console.error(
      `progress.json could not be read. It is kept as ${keptAside}; progress is rebuilt.\n`,
    )
  }
  const exerciseDir = path.join(root, exerciseNamed(verdict.exercise).path)
  const file = path.join(exerciseDir, verdict.submission)
  const judged = { exerciseDir, file, explained: explain(brief), again: ownCommandFor(verdict) }
  process.stdout.write(await verdictText(verdict, formatOf(options), judged))
  for (const { title } of reached) console.error(`Milestone reached: ${title}`)
}

function printExplored({ verdict, explored }: Checked, isOneOfMany: boolean): void {
  if (explored === null) {
    console.error('The seeds were not tried: the open checks come first.')
  } else if (explored.kind === 'refused') {
    // Of all exercises some have no world, and nobody asked for seeds of those.
    if (isOneOfMany && explored.what === 'exercise') return
    console.error(explored.text)
    raiseExitCode(2)
  } else if (explored.broken === null) {
    console.log(`✓ ${explored.ran} seeds of its simulated world broke no rule`)
  } else {
    const { seed, rule, text, token } = explored.broken
    console.log(`✗ seed ${seed} of its simulated world: ${rule}\n  ${text}`)
    console.log(`  Again: npx five-pillars check ${verdict.exercise} --replay ${token}`)
    raiseExitCode(1)
  }
}

function raiseExitCode(code: number): void {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code)
}

/** Exit code 0 when the run keeps every rule now, 1 when what broke a promise is still so. */
async function replay(
  name: string | undefined,
  token: string,
  { submission, mermaid, json }: CheckOptions,
): Promise<void> {
  if (name === undefined) {
    const fix = 'Run: npx five-pillars check <exercise> --replay <token>'
    throw new CliError('no-exercise', 'A replay needs the name of its exercise.', fix)
  }
  const { formatCalls, replayRun } = await import('@five-pillars/judge')
  const { columns, color } = terminal()
  const exercise = exerciseNamed(name)
  const exerciseDir = path.join(root, exercise.path)
  const options = submission === undefined ? {} : { subject: path.resolve(submission) }
  const replayed = await replayRun({
    exerciseDir,
    token: token === 'last' ? await lastTokenOf(exercise.slug) : token,
    columns,
    ...options,
  })
  if (replayed.kind === 'refused') {
    throw new CliError(`bad-${replayed.what}`, replayed.text, replayed.fix)
  }
  process.stdout.write(
    json
      ? `${JSON.stringify(replayed)}\n`
      : replayed.kind === 'called'
        ? formatCalls(replayed, { columns, color })
        : `${mermaid ? replayed.mermaid : replayed.story}\n`,
  )
  // Without the suite nobody can tell whether a promise is kept, only that the same is wrong.
  const isBroken =
    replayed.kind === 'called' ? !replayed.isOther || replayed.left > 0 : !replayed.holds
  process.exitCode = isBroken ? 1 : 0
}

/** Throws `nothing-to-repeat`. */
async function lastTokenOf(slug: string): Promise<string> {
  const { lastToken } = await import('@five-pillars/learner')
  const { ownKit } = await import('../own-kit.ts')
  const token = await lastToken(ownKit(), slug)
  if (token !== undefined) return token
  const text = `The last check of "${slug}" broke nothing that can be repeated.`
  throw new CliError('nothing-to-repeat', text, `Run: npx five-pillars check ${slug}`)
}
