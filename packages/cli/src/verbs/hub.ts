import type { Standing } from '@five-pillars/learner'
import type { Command } from 'commander'
import { Option } from 'commander'

import { printedDecks } from '../export/printed-decks.ts'
import { portNumber } from '../parse.ts'
import { root } from '../root.ts'
import { interrupted } from '../interrupted.ts'
import { openBrowser } from '../open-browser.ts'

const DEFAULT_PORT = 3030

/** `hub`: the home page of the kit, and the decks behind it. */
export function addHub(program: Command): void {
  program
    .command('hub')
    .description('serve the home page with the decks and exercises (what `npm start` does)')
    .addOption(
      new Option('--port <number>', 'the port to serve on')
        .env('PORT')
        .default(DEFAULT_PORT)
        .argParser(portNumber),
    )
    .option('--no-open', 'open no browser')
    .addHelpText(
      'after',
      '\nExamples:\n  npx five-pillars hub\n  npx five-pillars hub --port 8080 --no-open',
    )
    .action(hub)
}

async function hub(options: { port: number; open: boolean }): Promise<void> {
  const { startHub } = await import('@five-pillars/hub')
  const served = await startHub({
    root,
    port: options.port,
    build: true,
    standing: standingNow,
    pdfs: await printedDecks(),
  })
  if (options.port !== 0 && served.port !== options.port) {
    console.error(`Port ${options.port} is taken, so the hub is on ${served.port}.`)
  }
  console.log(`Five Pillars   ${served.url}`)
  console.log('Stop with Ctrl-C.')
  if (options.open) await openBrowser(served.url)
  await interrupted()
  await served.close()
}

/** Where the learner of this clone is, as the file stands now. */
async function standingNow(): Promise<Standing> {
  const { readProgress, standing } = await import('@five-pillars/learner')
  const { ownKit } = await import('../own-kit.ts')
  return standing((await readProgress(ownKit())).progress)
}
