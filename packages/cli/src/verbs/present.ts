import path from 'node:path'

import type { DeckEntry } from '@five-pillars/content'
import type { DeckCut } from '@five-pillars/deck-kit/cut'
import type { Command } from 'commander'

import { CliError } from '../cli-error.ts'
import { interrupted } from '../interrupted.ts'
import { deckNamed } from '../names.ts'
import { openBrowser } from '../open-browser.ts'
import { minuteNumber, portNumber } from '../parse.ts'
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
    .option(
      '--minutes <number>',
      'a shorter cut: each slide says whether it must, should or could be in it',
      minuteNumber,
    )
    .option('--no-open', 'open no browser')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars present
  npx five-pillars present truth --minutes 15
  npx five-pillars present work --no-open`,
    )
    .action(present)
}

interface PresentOptions {
  port?: number
  minutes?: number
  open: boolean
}

async function present(id: string, options: PresentOptions): Promise<void> {
  const { serveDeck } = await import('@five-pillars/deck-kit/live')
  const deck = deckNamed(id)
  const wanted = options.port ?? FIRST_PORT
  const cut = options.minutes === undefined ? undefined : await cutOf(deck, options.minutes)
  const live = await serveDeck({ deckDir: path.join(root, deck.path), port: wanted, cut })
  if (options.port !== undefined && options.port !== 0 && live.port !== options.port) {
    console.error(`Port ${options.port} is taken, so the deck is on ${live.port}.`)
  }
  console.log(`${deck.title}, ${cut?.minutes ?? deck.minutes} minutes`)
  if (cut !== undefined) tellCut(cut)
  console.log(`  Slides      ${live.url}`)
  console.log(`  Presenter   ${live.url}#/presenter/1`)
  console.log(`  Notes       ${live.url}#/notes`)
  console.log('Stop with Ctrl-C.')
  if (options.open) await openBrowser(live.url)
  await interrupted()
  await live.close()
}

async function cutOf(deck: DeckEntry, minutes: number): Promise<DeckCut> {
  const { CutTooShort, cutDeck } = await import('@five-pillars/deck-kit/cut')
  try {
    return await cutDeck(path.join(root, deck.path), minutes)
  } catch (error) {
    if (!(error instanceof CutTooShort)) throw error
    const least = Math.ceil(error.shortest)
    throw new CliError(
      'cut-too-short',
      `"${deck.id}" has no cut of ${minutes} minutes: what it must say takes ${error.shortest}.`,
      `Run: npx five-pillars present ${deck.id} --minutes ${least}`,
    )
  }
}

function tellCut({ slides, dropped }: DeckCut): void {
  if (dropped.length === 0) return
  console.log(`  ${slides} slides of ${slides + dropped.length}; left out:`)
  for (const title of dropped) console.log(`    ${title}`)
}
