import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'

import { makeFolder } from '@five-pillars/judge/make-folder'
import type { Command } from 'commander'

import { CliError } from '../cli-error.ts'
import { exerciseNamed } from '../names.ts'
import { root } from '../root.ts'

interface UnsealOptions {
  passphrase?: string
  out?: string
}

/** `unseal`: the reference solution of one exercise, for whoever was given its passphrase. */
export function addUnseal(program: Command): void {
  program
    .command('unseal')
    .description('open the sealed solution of an exercise')
    .argument('<exercise>', 'which one')
    .option('--passphrase <words>', 'as your host showed it; asked for if left out')
    .option('--out <file>', 'where to write it (default: beside your own, in solution/)')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars unseal quorum
  npx five-pillars unseal quorum --passphrase k3mp-x7qa-9d2t-h4ws --out /tmp/quorum.ts`,
    )
    .action(open)
}

/** Never over a file that is there: a learner's own file may be at that place. */
async function open(name: string, options: UnsealOptions): Promise<void> {
  const exercise = exerciseNamed(name)
  const { unseal } = await import('@five-pillars/learner/unseal')
  const passphrase = options.passphrase ?? (await ask(exercise.slug))
  const text = await unseal(root, exercise.slug, passphrase)
  const inKit = path.join(root, exercise.path, 'solution', `${exercise.slug}.ts`)
  const file = options.out === undefined ? inKit : path.resolve(options.out)
  try {
    makeFolder(path.dirname(file))
    await writeFile(file, text, { flag: 'wx' })
  } catch (error) {
    const shown = path.relative(process.cwd(), file)
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      const fix = 'Read it there, or name another file with --out.'
      throw new CliError('file-there', `${shown} is there already.`, fix)
    }
    const why = error instanceof Error ? error.message : String(error)
    const fix = 'Name a file in a folder that you may write in: --out quorum.ts'
    throw new CliError('not-writable', `The solution cannot be written: ${why}.`, fix)
  }
  console.log(path.relative(process.cwd(), file))
}

async function ask(slug: string): Promise<string> {
  if (!process.stdin.isTTY) {
    const fix = 'Run: npx five-pillars unseal <exercise> --passphrase <words>'
    throw new CliError('no-passphrase', 'There is nobody to ask for the passphrase.', fix)
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question(`Passphrase of ${slug}: `)
  } finally {
    terminal.close()
  }
}
