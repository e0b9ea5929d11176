import path from 'node:path'

import { decks } from '@five-pillars/content'
import type { DeckEntry } from '@five-pillars/content'
import type { DeckFormat, Exported, Paper } from '@five-pillars/printer'
import type { Command } from 'commander'
import { Option } from 'commander'

import { CliError } from '../cli-error.ts'
import { deckNamed } from '../names.ts'
import { progressBar } from '../progress-bar.ts'
import type { ProgressBar } from '../progress-bar.ts'
import { root } from '../root.ts'

/** Who a file names as its author. */
const AUTHOR = 'Five Pillars kit'

/** What is counted in each format, and which options it has a use for. */
const FORMATS = {
  pdf: { unit: 'pages', takes: ['withClicks'] },
  handout: { unit: 'pages', takes: ['paper'] },
  png: { unit: 'pictures', takes: ['withClicks'] },
  html: { unit: 'slides', takes: [] },
} as const satisfies Record<DeckFormat, { unit: string; takes: readonly (keyof typeof OWN)[] }>

/** Options that are not for every format, as they are written. */
const OWN = { withClicks: '--with-clicks', paper: '--paper' } as const

interface ExportOptions {
  format: DeckFormat
  out: string
  dark?: true
  withClicks?: true
  paper?: Paper
  browser?: string
}

/** `export`: builds decks where needed, checks every click state and writes them. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('write decks as PDF, as pictures, or as one page each that needs no server')
    .argument('[deck...]', 'which ones; all of them if left out')
    .addOption(
      new Option('--format <format>', 'what to write').choices(Object.keys(FORMATS)).default('pdf'),
    )
    .option('--out <folder>', 'where to write', 'export')
    .option('--dark', 'the dark side of the theme')
    .option('--with-clicks', 'one page for each click, not for each slide')
    .addOption(new Option('--paper <size>', 'of a handout (default: a4)').choices(['a4', 'letter']))
    .option('--browser <file>', 'the Chrome, Chromium or Edge to print with')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars export
  npx five-pillars export work --with-clicks --out ~/talks
  npx five-pillars export work --format handout --paper letter     slides and what to say
  npx five-pillars export overview --format png --dark
  npx five-pillars export state --format html --out /media/stick   opens from there, offline`,
    )
    .action(exportNamed)
}

async function exportNamed(ids: string[], options: ExportOptions): Promise<void> {
  const chosen = ids.length === 0 ? decks : ids.map(deckNamed)
  refuseUseless(options)
  const bar = progressBar('export')
  try {
    const { exportDecks, formatFinding } = await import('@five-pillars/printer')
    const isSingle = options.format === 'html'
    const exported = await exportDecks({
      decks: chosen.map(({ id, title, path: folder }) => ({
        id,
        title,
        dir: path.join(root, folder, isSingle ? 'dist-single' : 'dist'),
        author: AUTHOR,
      })),
      out: path.resolve(options.out),
      format: options.format,
      dark: options.dark,
      withClicks: options.withClicks,
      paper: options.paper,
      browser: options.browser,
      build: () => build(chosen, isSingle ? 'single' : 'build', bar),
      onProgress: ({ done, message }) => bar.update({ done: 0.5 + done / 2, message }),
    })
    bar.stop()
    tellFiles(exported, FORMATS[options.format].unit)
    const findings = exported.flatMap((deck) => deck.findings)
    for (const finding of findings) console.error(`Look at ${formatFinding(finding)}`)
  } finally {
    bar.stop()
  }
}

/** An option that a format has no use for would be passed over without a word. */
function refuseUseless(options: ExportOptions): void {
  const takes: readonly string[] = FORMATS[options.format].takes
  for (const [option, written] of Object.entries(OWN)) {
    if (!(option in options) || takes.includes(option)) continue
    const able = Object.entries(FORMATS).filter(([, format]) =>
      format.takes.some((each) => each === option),
    )
    throw new CliError(
      'useless-option',
      `--format ${options.format} has no use for ${written}.`,
      `Leave it out, or choose one of ${able.map(([name]) => name).join(', ')}.`,
    )
  }
}

/** Building is the first half of the bar, checking and writing the second. */
async function build(
  chosen: readonly DeckEntry[],
  task: 'build' | 'single',
  bar: ProgressBar,
): Promise<void> {
  const { buildDecks } = await import('@five-pillars/deck-kit/build')
  const shares = new Map<string, number>()
  await buildDecks({
    root,
    task,
    decks: chosen.map(({ id }) => id),
    onProgress: ({ deck, done, message }) => {
      shares.set(deck, done)
      const sum = shares.values().reduce((total, share) => total + share, 0)
      bar.update({ done: sum / chosen.length / 2, message: `${deck}: ${message}` })
    },
  })
}

function tellFiles(exported: readonly Exported[], unit: string): void {
  for (const { path: file, pages } of exported) console.log(`${shown(file)}  ${pages} ${unit}`)
}

/** The shorter of the two ways to write a path. */
function shown(file: string): string {
  const relative = path.relative(process.cwd(), file)
  return relative.length < file.length ? relative : file
}
