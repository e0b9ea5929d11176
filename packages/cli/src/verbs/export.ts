import path from 'node:path'

import { decks } from '@five-pillars/content'
import type { DeckEntry } from '@five-pillars/content'
import type { Command } from 'commander'
import { Option } from 'commander'

import { deckNamed } from '../names.ts'
import { progressBar } from '../progress-bar.ts'
import type { ProgressBar } from '../progress-bar.ts'
import { root } from '../root.ts'

/** Who the PDF names as its author. */
const AUTHOR = 'Five Pillars kit'

interface ExportOptions {
  format: 'pdf' | 'png'
  out: string
  dark?: true
  withClicks?: true
  browser?: string
}

/** `export`: builds decks where needed, checks every click state and prints them. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('print decks to PDF or PNG')
    .argument('[deck...]', 'which ones; all of them if left out')
    .addOption(
      new Option('--format <format>', 'what to write').choices(['pdf', 'png']).default('pdf'),
    )
    .option('--out <folder>', 'where to write', 'export')
    .option('--dark', 'the dark side of the theme')
    .option('--with-clicks', 'one page for each click, not for each slide')
    .option('--browser <file>', 'the Chrome, Chromium or Edge to print with')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars export
  npx five-pillars export work --with-clicks --out ~/talks
  npx five-pillars export overview --format png --dark`,
    )
    .action(exportNamed)
}

async function exportNamed(ids: string[], options: ExportOptions): Promise<void> {
  const chosen = ids.length === 0 ? decks : ids.map(deckNamed)
  const bar = progressBar('export')
  try {
    const { exportDecks, formatFinding } = await import('@five-pillars/printer')
    const exported = await exportDecks({
      decks: chosen.map(({ id, title, path: folder }) => ({
        id,
        title,
        dir: path.join(root, folder, 'dist'),
        author: AUTHOR,
      })),
      out: path.resolve(options.out),
      format: options.format,
      dark: options.dark,
      withClicks: options.withClicks,
      browser: options.browser,
      build: () => build(chosen, bar),
      onProgress: ({ done, message }) => bar.update({ done: 0.5 + done / 2, message }),
    })
    bar.stop()
    for (const { path: file, pages } of exported) console.log(`${shown(file)}  ${pages} pages`)
    const findings = exported.flatMap((deck) => deck.findings)
    for (const finding of findings) console.error(`Look at ${formatFinding(finding)}`)
  } finally {
    bar.stop()
  }
}

/** Building is the first half of the bar, checking and printing the second. */
async function build(chosen: readonly DeckEntry[], bar: ProgressBar): Promise<void> {
  const { buildDecks } = await import('@five-pillars/deck-kit/build')
  const shares = new Map<string, number>()
  await buildDecks({
    root,
    decks: chosen.map(({ id }) => id),
    onProgress: ({ deck, done, message }) => {
      shares.set(deck, done)
      const sum = shares.values().reduce((total, share) => total + share, 0)
      bar.update({ done: sum / chosen.length / 2, message: `${deck}: ${message}` })
    },
  })
}

/** The shorter of the two ways to write a path. */
function shown(file: string): string {
  const relative = path.relative(process.cwd(), file)
  return relative.length < file.length ? relative : file
}
