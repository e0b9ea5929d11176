import type { Command } from 'commander'

import { terminal } from '../terminal.ts'

interface HintOptions {
  part?: string
  all?: true
}

/** `hint`: the next hint, which is remembered. */
export function addHint(program: Command): void {
  program
    .command('hint')
    .description('show the next hint for what you are stuck at')
    .argument('[exercise]', 'which one; the one you work on if left out')
    .option('--part <name>', 'of another part than the one that failed last')
    .option('--all', 'all that you have seen so far')
    .addHelpText(
      'after',
      '\nExamples:\n  npx five-pillars hint\n  npx five-pillars hint quorum --part reading',
    )
    .action(hint)
}

async function hint(name: string | undefined, { part, all }: HintOptions): Promise<void> {
  const { formatHint, nextHint, shownHints } = await import('@five-pillars/learner')
  const { ownKit, slugOf } = await import('../own-kit.ts')
  const kit = ownKit()
  const slug = await slugOf(kit, 'hint', name)
  const screen = { ...terminal(), slug }
  if (!all) {
    const next = await nextHint(kit, slug, part === undefined ? {} : { part })
    process.stdout.write(formatHint(next, screen))
    return
  }
  const shown = await shownHints(kit, slug)
  if (shown.length === 0) console.error(`You have seen no hint of "${slug}" yet.`)
  process.stdout.write(shown.map((each) => formatHint(each, screen)).join('\n'))
}
