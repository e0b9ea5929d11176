import { pathToFileURL } from 'node:url'

import type { Command } from 'commander'

import { openBrowser } from '../open-browser.ts'
import { terminal } from '../terminal.ts'

interface LearnOptions {
  path?: string
  poll?: true
}

/** `learn`: the companion of a learner's day. */
export function addLearn(program: Command): void {
  program
    .command('learn')
    .description('work through the exercises: it checks your file each time you save it')
    .option('--path <path>', 'choose an order: new-graduate, senior, manager or architect')
    .option('--poll', 'look at your file at intervals, where a disk does not tell of changes')
    .addHelpText(
      'after',
      `
Keep it open beside your editor. It shows the first broken promise after each save, and goes on to
the next exercise only when you press n. It can be stopped, or killed, at any moment: the next time
it goes on where it was, and every version that was checked is kept.

Examples:
  npx five-pillars learn
  npx five-pillars learn --path architect
  echo hint | npx five-pillars learn     without a terminal: words, line by line`,
    )
    .action(learn)
}

async function learn({ path, poll }: LearnOptions): Promise<void> {
  const { learnAtTerminal, referenceSource, roomSource } = await import('@five-pillars/learner')
  const { ownKit } = await import('../own-kit.ts')
  const kit = ownKit()
  await learnAtTerminal({
    kit,
    path,
    isPolling: poll,
    color: terminal().color,
    workingSources: [referenceSource(kit), roomSource(kit)],
    openPage: (file) => openBrowser(pathToFileURL(file).href),
  })
}
