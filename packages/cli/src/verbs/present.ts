import path from 'node:path'

import type { Command } from 'commander'

import { interrupted } from '../interrupted.ts'
import { deckNamed } from '../names.ts'
import { openBrowser } from '../open-browser.ts'
import { portNumber } from '../parse.ts'
import { root } from '../root.ts'

const FIRST_PORT = 3040

/** `present`: the live deck, which follows every change of its source. */
export function addPresent(program: Command): void {
  program
    .command('present')
    .description('give a talk from its source, with presenter view, notes and a clock')
    .argument('[deck]', 'which deck', 'overview')
    .option(
      '--port <number>',
      `the port to serve on (default: the first free from ${FIRST_PORT})`,
      portNumber,
    )
    .option('--no-open', 'open no browser')
    .addHelpText(
      'after',
      '\nExamples:\n  npx five-pillars present\n  npx five-pillars present work --no-open',
    )
    .action(present)
}

async function present(id: string, options: { port?: number; open: boolean }): Promise<void> {
  const { serveDeck } = await import('@five-pillars/deck-kit/live')
  const deck = deckNamed(id)
  const wanted = options.port ?? FIRST_PORT
  const live = await serveDeck({ deckDir: path.join(root, deck.path), port: wanted })
  if (options.port !== undefined && options.port !== 0 && live.port !== options.port) {
    console.error(`Port ${options.port} is taken, so the deck is on ${live.port}.`)
  }
  console.log(`${deck.title}, ${deck.minutes} minutes`)
  console.log(`  Slides      ${live.url}`)
  console.log(`  Presenter   ${live.url}#/presenter/1`)
  console.log(`  Notes       ${live.url}#/notes`)
  console.log('Stop with Ctrl-C.')
  if (options.open) await openBrowser(live.url)
  await interrupted()
  await live.close()
}
