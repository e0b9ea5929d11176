import path from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Command } from 'commander'

import { root } from '../root.ts'

/**
 * `doctor`: is this machine fit for the day? The launcher runs it by itself, since it has to work
 * before anything is installed; here it is for those who ask what there is.
 */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look at this machine: what would stop you today, and how to mend it')
    .option('--share', 'one line with what was found, to read or send to the host')
    .option('--read <code>', 'print what such a line says')
    .option('--json', 'print the findings as JSON')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars doctor
  npx five-pillars doctor --share
  npx five-pillars doctor --read FP-25504-02000-…
  npm run doctor                       before anything is installed`,
    )
    .action(examine)
}

async function examine(): Promise<void> {
  const file = path.join(root, 'packages/cli/bin/doctor.mjs')
  const { runDoctor }: { runDoctor: (args: readonly string[], root: string) => Promise<number> } =
    await import(pathToFileURL(file).href)
  process.exitCode = await runDoctor(process.argv.slice(3), root)
}
