import path from 'node:path'

import { decks } from '@five-pillars/content'
import type { Command } from 'commander'
import { Option } from 'commander'

import { deckNamed } from '../names.ts'
import { progressBar } from '../progress-bar.ts'
import { root } from '../root.ts'

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
  const { buildDecks } = await import('@five-pillars/deck-kit/build')
  const { exportDecks } = await import('@five-pillars/printer')
  const chosen = ids.length === 0 ? decks : ids.map(deckNamed)
  const bar = progressBar('export')
  const total = chosen.length
  try {
    await buildDecks({
      root,
      decks: chosen.map(({ id }) => id),
      onProgress: ({ deck, done, message }) =>
        bar.update({ done: done / 2 / total, message: `building ${deck}: ${message}` }),
    })
    const exported = await exportDecks({
      decks: chosen.map(({ id, title, path: folder }) => ({
        id,
        title,
        dir: path.join(root, folder, 'dist'),
      })),
      out: path.resolve(options.out),
      format: options.format,
      dark: options.dark === true,
      withClicks: options.withClicks === true,
      ...(options.browser === undefined ? {} : { browser: options.browser }),
      onProgress: bar.update,
    })
    bar.stop()
    for (const file of exported) console.log(file)
  } finally {
    bar.stop()
  }
}
