import { launchBrowser } from '@five-pillars/browser'
import type { Browser } from 'playwright'

import type { BuiltDeck } from './built-deck.ts'
import { assertBuilt } from './built-deck.ts'
import { PrinterError } from './printer-error.ts'
import { serveFolders } from './serve/serve-folder.ts'
import { within } from './within.ts'

/** Two pages keep two cores busy; a third gains nothing measurable and takes its memory. */
const PARALLEL_PAGES = 2
/** Far beyond what the largest deck needs on a slow machine. */
const DECK_LIMIT_MS = 5 * 60_000

/** Which browser prints and checks. */
export interface BrowserChoice {
  /** The file of a browser; default: the one that is found. */
  browser?: string | undefined
  /** `packaged`: the same browser everywhere, for tests and benchmarks. */
  prefer?: 'packaged' | 'any' | undefined
}

interface WithDecksOptions extends BrowserChoice {
  /** What has to come true before the decks are opened; the browser starts meanwhile. */
  prepare?: () => Promise<void>
}

export interface DeckJob<Deck extends BuiltDeck> {
  deck: Deck
  browser: Browser
  /** Where the deck is served, with a slash at the end. */
  url: string
}

/**
 * Starts one server and one browser for all decks and does a job on each, two at a time. A deck that
 * fails does not keep the others from being done; its error comes at the end.
 */
export async function withDecks<Deck extends BuiltDeck, Result>(
  decks: readonly Deck[],
  options: WithDecksOptions,
  work: (job: DeckJob<Deck>) => Promise<Result>,
): Promise<Result[]> {
  const browser = await launchMeanwhile(options, async () => {
    await options.prepare?.()
    assertBuilt(decks)
  })
  const server = await serveFolders(new Map(decks.map(({ id, dir }) => [id, dir])))
  const results: Result[] = []
  const errors: unknown[] = []
  const next = decks.entries()
  const worker = async (): Promise<void> => {
    for (const [index, deck] of next) {
      const url = `${server.url}/${deck.id}/`
      try {
        const late = (): Error => new PrinterError('deck-too-slow', `"${deck.id}".`)
        results[index] = await within(DECK_LIMIT_MS, work({ deck, browser, url }), late)
      } catch (error) {
        errors.push(error)
      }
    }
  }
  try {
    await Promise.all(Array.from({ length: PARALLEL_PAGES }, worker))
  } finally {
    await Promise.all([browser.close(), server.close()])
  }
  if (errors.length > 0) throw errors[0]
  return results
}

/** Starts the browser while something else is made ready, and ends it when that fails. */
async function launchMeanwhile(
  { browser, prefer }: BrowserChoice,
  ready: () => Promise<void>,
): Promise<Browser> {
  const [launched, first] = await Promise.allSettled([
    launchBrowser({ path: browser, prefer }),
    ready(),
  ])
  if (first.status === 'rejected') {
    if (launched.status === 'fulfilled') await launched.value.close()
    throw first.reason
  }
  if (launched.status === 'rejected') throw launched.reason
  return launched.value
}
