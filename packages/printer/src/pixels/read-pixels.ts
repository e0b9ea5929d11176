import type { Browser } from 'playwright'

import type { Scheme } from '../finding.ts'
import { changeScheme } from '../open-deck.ts'
import type { OpenDeck } from '../open-deck.ts'
import { keepLastStates } from '../page/keep-slides.ts'
import { handOf } from './hand-of.ts'
import { hashSlides } from './hash-slides.ts'
import type { SlideHashes } from './hash-slides.ts'

/** What a deck looks like, each slide at its last click. */
export interface DeckPixels {
  /** Who drew it: hashes of another hand differ although nothing has changed. */
  hand: string
  light?: SlideHashes
  dark?: SlideHashes
}

/** Leaves the last click state of each slide in the page. */
export async function readPixels(
  deck: OpenDeck,
  schemes: readonly Scheme[],
  browser: Browser,
): Promise<DeckPixels> {
  const pixels: DeckPixels = { hand: await handOf(browser) }
  await deck.page.evaluate(keepLastStates)
  // The last scheme is the one that the page is in.
  for (const [index, scheme] of schemes.toReversed().entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one page is in one scheme at a time
    if (index > 0) await changeScheme(deck, scheme)
    // oxlint-disable-next-line no-await-in-loop -- as above
    pixels[scheme] = await hashSlides(deck.page)
  }
  return pixels
}

/**
 * What looks different from what was accepted, one line for each slide and scheme; nothing can be
 * told, and `undefined` is returned, where another hand has drawn it.
 */
export function changedSlides(now: DeckPixels, accepted: DeckPixels): string[] | undefined {
  if (now.hand !== accepted.hand) return undefined
  return (['light', 'dark'] as const).flatMap((scheme) => {
    const [before, after] = [accepted[scheme] ?? {}, now[scheme] ?? {}]
    const slides = new Set([...Object.keys(before), ...Object.keys(after)])
    return Array.from(slides).flatMap((slide) => {
      if (before[slide] === after[slide]) return []
      const what = wordFor(before[slide], after[slide])
      return [`slide ${slide} ${what}, in ${scheme}`]
    })
  })
}

function wordFor(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return 'is new'
  return after === undefined ? 'is gone' : 'looks different'
}
