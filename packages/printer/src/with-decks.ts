import { launchBrowser } from '@five-pillars/browser'
import type { Browser } from 'playwright'

import type { BuiltDeck } from './built-deck.ts'
import { assertBuilt } from './built-deck.ts'
import { serveFolders } from './serve/serve-folder.ts'

/** Two pages keep two cores busy; a third gains nothing measurable and takes its memory. */
const PARALLEL_PAGES = 2

/** Which browser prints and checks. */
export interface BrowserChoice {
  /** The file of a browser; default: the one that is found. */
  browser?: string | undefined
  /** `packaged`: the same browser everywhere, for tests and benchmarks. */
  prefer?: 'packaged' | 'any' | undefined
}

export interface DeckJob<Deck extends BuiltDeck> {
  deck: Deck
  browser: Browser
  /** Where the deck is served, with a slash at the end. */
  url: string
}

/** Starts one server and one browser for all decks and does a job on each, two at a time. */
export async function withDecks<Deck extends BuiltDeck, Result>(
  decks: readonly Deck[],
  choice: BrowserChoice,
  work: (job: DeckJob<Deck>) => Promise<Result>,
): Promise<Result[]> {
  assertBuilt(decks)
  const [server, browser] = await Promise.all([
    serveFolders(new Map(decks.map(({ id, dir }) => [id, dir]))),
    launchBrowser({ path: choice.browser, prefer: choice.prefer }),
  ])
  try {
    const results: Result[] = []
    const next = decks.entries()
    const worker = async (): Promise<void> => {
      for (const [index, deck] of next) {
        results[index] = await work({ deck, browser, url: `${server.url}/${deck.id}/` })
      }
    }
    await Promise.all(Array.from({ length: PARALLEL_PAGES }, worker))
    return results
  } finally {
    await Promise.all([browser.close(), server.close()])
  }
}
