import type { BuiltDeck } from './built-deck.ts'
import type { Finding, Scheme } from './finding.ts'
import { inspectDeck } from './inspect-deck.ts'
import { changeScheme, openDeck } from './open-deck.ts'
import { placeOf, readStates } from './page/states.ts'
import { readPixels } from './pixels/read-pixels.ts'
import type { DeckPixels } from './pixels/read-pixels.ts'
import type { Progress } from './progress.ts'
import { ProgressSum } from './progress.ts'
import type { BrowserChoice, DeckJob } from './with-decks.ts'
import { withDecks } from './with-decks.ts'

export interface CheckOptions extends BrowserChoice {
  decks: readonly BuiltDeck[]
  /** Whether to look for violations of accessibility rules, too; default true. */
  axe?: boolean | undefined
  /** Default both. */
  schemes?: readonly Scheme[] | undefined
  /** Whether to hash the picture of each slide at its last click, in each scheme; default false. */
  pixels?: boolean | undefined
  /** How long a deck may take until all of its slides are there; default 30 s. */
  readyLimitMs?: number | undefined
  onProgress?: ((progress: Progress) => void) | undefined
}

export interface CheckReport {
  findings: Finding[]
  decks: CheckedDeck[]
}

interface ClickState {
  /** From 1. */
  slide: number
  /** From 0: a slide before its first click. */
  click: number
}

interface CheckedDeck {
  id: string
  slides: number
  /** Its click states, in order. */
  states: ClickState[]
  /** Hashes of the slides' pictures, where they were asked for. */
  pixels: DeckPixels | undefined
}

/**
 * Checks every click state of built decks: text that is clipped, off the canvas or too small, images,
 * diagrams, unknown elements, errors of components, requests to other hosts, contrast and other
 * rules of accessibility. A deck is loaded once; its click states are all in that one page.
 *
 * @throws PrinterError when a deck is not built, or a slide does not get ready.
 */
export async function checkDecks(options: CheckOptions): Promise<CheckReport> {
  const progress = new ProgressSum(options.decks.length, options.onProgress)
  const checked = await withDecks(options.decks, options, (job) =>
    checkDeck(job, options, progress),
  )
  return {
    findings: checked.flatMap(({ findings }) => findings),
    decks: checked.map(({ deck }) => deck),
  }
}

async function checkDeck(
  { deck: { id }, browser, url }: DeckJob<BuiltDeck>,
  options: CheckOptions,
  progress: ProgressSum,
): Promise<{ deck: CheckedDeck; findings: Finding[] }> {
  const { axe = true, schemes = ['light', 'dark'] } = options
  const [first = 'light', ...others] = schemes
  const deck = await openDeck(browser, {
    id,
    url,
    clicks: true,
    scheme: first,
    limitMs: options.readyLimitMs,
    onReady: (ready, states) => progress.tellOpen(id, ready, states),
  })
  try {
    progress.tell(id, 'check', `checking ${first}`)
    const findings = await inspectDeck(deck, { scheme: first, axe: axe ? 'all' : 'none' })
    for (const scheme of others) {
      await changeScheme(deck, scheme)
      progress.tell(id, 'check', `checking ${scheme}`)
      const found = await inspectDeck(deck, { scheme, axe: axe ? 'contrast' : 'none' })
      findings.push(...onlyNew(found, findings))
    }
    const places = (await deck.page.evaluate(readStates)).map(placeOf)
    const states = places.map(({ slide, click }) => ({ slide: slide ?? 0, click: click ?? 0 }))
    const pixels = options.pixels === true ? await readPixels(deck, schemes, browser) : undefined
    progress.tell(id, 'done', 'checked')
    const slides = new Set(states.map(({ slide }) => slide)).size
    return { deck: { id, states, slides, pixels }, findings }
  } finally {
    await deck.close()
  }
}

/** Most faults show in both schemes; the second adds what only it has, contrast above all. */
function onlyNew(found: readonly Finding[], known: readonly Finding[]): Finding[] {
  const keys = new Set(known.map(keyOf))
  return found.filter((finding) => !keys.has(keyOf(finding)))
}

function keyOf({ slide, click, kind, message }: Finding): string {
  return JSON.stringify([slide, click, kind, message])
}
