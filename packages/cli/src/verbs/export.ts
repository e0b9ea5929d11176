import path from 'node:path'

import { decks, pillars } from '@five-pillars/content'
import type { Command } from 'commander'
import { Option } from 'commander'

import { FORMATS, refuseNames, refuseUseless } from '../export/formats.ts'
import type { ExportOptions } from '../export/formats.ts'
import { writeCards } from '../export/write-cards.ts'
import { writeDecks } from '../export/write-decks.ts'
import { writeGuide } from '../export/write-guide.ts'
import { deckNamed, pillarNamed } from '../names.ts'
import { progressBar } from '../progress-bar.ts'

/** `export`: builds decks where needed, checks every click state and writes them. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description(
      "write decks as PDF, handouts, pictures, PowerPoint or a single page, cards of pillars, the host's guide",
    )
    .argument('[deck...]', 'which ones, or which pillars for cards; all of them if left out')
    .addOption(
      new Option('--format <format>', 'what to write').choices(Object.keys(FORMATS)).default('pdf'),
    )
    .option('--out <folder>', 'where to write', 'export')
    .option('--dark', 'the dark side of the theme')
    .option('--with-clicks', 'one page for each click, not for each slide')
    .addOption(
      new Option('--paper <size>', 'of handouts, cards and the guide (default: a4)').choices([
        'a4',
        'letter',
      ]),
    )
    .option('--browser <file>', 'the Chrome, Chromium or Edge to print with')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars export
  npx five-pillars export work --with-clicks --out ~/talks
  npx five-pillars export work --format handout --paper letter     slides and what to say
  npx five-pillars export work state --format card                 patterns and questions
  npx five-pillars export --format guide                           for whoever hosts a day
  npx five-pillars export overview --format png --dark
  npx five-pillars export work --format pptx-editable              text that can be changed
  npx five-pillars export work --format md --with-clicks           pictures and what to say
  npx five-pillars export state --format html --out /media/stick   opens from there, offline`,
    )
    .action(exportNamed)
}

async function exportNamed(names: string[], options: ExportOptions): Promise<void> {
  refuseUseless(options)
  const bar = progressBar('export')
  try {
    const { format } = options
    if (format === 'card') {
      const ids = names.length === 0 ? pillars.map(({ id }) => id) : names.map(pillarNamed)
      const cards = await writeCards(ids, options, bar)
      bar.stop()
      tellFiles(cards, FORMATS.card.unit)
      return
    }
    if (format === 'guide') {
      refuseNames(names)
      const guide = await writeGuide(options)
      bar.stop()
      tellFiles([guide], FORMATS.guide.unit)
      return
    }
    const chosen = names.length === 0 ? decks : names.map(deckNamed)
    const exported = await writeDecks(chosen, { ...options, format }, bar)
    bar.stop()
    tellFiles(exported, FORMATS[format].unit)
    const { formatFinding } = await import('@five-pillars/printer')
    const findings = exported.flatMap((deck) => deck.findings)
    for (const finding of findings) console.error(`Look at ${formatFinding(finding)}`)
  } finally {
    bar.stop()
  }
}

function tellFiles(written: readonly { path: string; pages: number }[], unit: string): void {
  for (const { path: file, pages } of written) console.log(`${shown(file)}  ${pages} ${unit}`)
}

/** The shorter of the two ways to write a path. */
function shown(file: string): string {
  const relative = path.relative(process.cwd(), file)
  return relative.length < file.length ? relative : file
}
