import type { Finding } from './finding.ts'
import { formatFinding } from './finding.ts'
import type { DeckFormat, PrintableDeck } from './formats/write-deck.ts'
import { sizeOf, writeDeck } from './formats/write-deck.ts'
import type { Paper } from './pdf/paper.ts'
import { inspectDeck } from './inspect-deck.ts'
import { openDeck } from './open-deck.ts'
import { openOutFolder } from './out-folder.ts'
import { keepLastStates } from './page/keep-slides.ts'
import { PrinterError } from './printer-error.ts'
import type { Progress } from './progress.ts'
import { ProgressSum } from './progress.ts'
import type { BrowserChoice, DeckJob } from './with-decks.ts'
import { withDecks } from './with-decks.ts'

export interface ExportOptions extends BrowserChoice {
  decks: readonly PrintableDeck[]
  /** The folder to write to; it is made when it does not exist. */
  out: string
  format: DeckFormat
  /** The dark side of the theme; default light. */
  dark?: boolean | undefined
  /**
   * One page for each click state; default one for each slide, as it is after its last click. A
   * format of whole slides has no use for it.
   */
  withClicks?: boolean | undefined
  /** Of a handout; default A4. */
  paper?: Paper | undefined
  /** Builds the decks, while the browser starts. Default: they are built. */
  build?: (() => Promise<void>) | undefined
  /** How long a deck may take until all of its slides are there; default 30 s. */
  readyLimitMs?: number | undefined
  onProgress?: ((progress: Progress) => void) | undefined
}

export interface Exported {
  deck: string
  /** The file, or the folder of pictures. */
  path: string
  pages: number
  /** What is wrong with the deck and did not keep it from being printed. */
  findings: Finding[]
}

/** A slide with one of these is not the slide its author wrote. */
const BROKEN: ReadonlySet<Finding['kind']> = new Set([
  'component-error',
  'mermaid-error',
  'empty-slide',
])

/**
 * Checks every click state of built decks and writes them in a format, from one load of each deck.
 * A PDF has tags, an outline, selectable text and embedded fonts, and is read back before it is
 * written.
 *
 * @throws PrinterError when a deck is not built, a slide is broken or does not get ready, the PDF is
 * not what was to be printed, or the folder cannot be written.
 */
export async function exportDecks(options: ExportOptions): Promise<Exported[]> {
  const progress = new ProgressSum(options.decks.length, options.onProgress)
  const prepare = async (): Promise<void> => {
    // To build takes seconds, and would be for nothing.
    await openOutFolder(options.out)
    await options.build?.()
  }
  return await withDecks(options.decks, { ...options, prepare }, (job) =>
    exportDeck(job, options, progress),
  )
}

async function exportDeck(
  { deck, browser, url }: DeckJob<PrintableDeck>,
  options: ExportOptions,
  progress: ProgressSum,
): Promise<Exported> {
  const { id } = deck
  const scheme = options.dark === true ? 'dark' : 'light'
  const open = await openDeck(browser, {
    id,
    url,
    clicks: true,
    scheme,
    scale: sizeOf(options.format),
    limitMs: options.readyLimitMs,
    onReady: (ready, states) => progress.tellOpen(id, ready, states),
  })
  try {
    progress.tell(id, 'check', `checking ${open.states} click states`)
    const findings = await inspectDeck(open, { scheme, axe: 'none' })
    refuseBroken(findings)
    progress.tell(id, 'print', 'printing')
    if (options.withClicks !== true) await open.page.evaluate(keepLastStates)
    const written = await writeDeck(open, deck, { ...options, scheme })
    progress.tell(id, 'done', 'written')
    return { deck: id, ...written, findings: [...findings, ...written.findings] }
  } finally {
    await open.close()
  }
}

function refuseBroken(findings: readonly Finding[]): void {
  const broken = findings.filter(({ kind }) => BROKEN.has(kind))
  if (broken.length > 0) {
    throw new PrinterError('slide-broken', `${broken.map(formatFinding).join('; ')}.`)
  }
}
