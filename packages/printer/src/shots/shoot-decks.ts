import type { Scheme } from '../finding.ts'
import { shootSlides } from '../formats/shoot-slides.ts'
import type { PrintableDeck } from '../formats/write-deck.ts'
import { changeScheme, openDeck } from '../open-deck.ts'
import { writeWholeFolder } from '../out-folder.ts'
import type { Progress } from '../progress.ts'
import { ProgressSum } from '../progress.ts'
import type { BrowserChoice, DeckJob } from '../with-decks.ts'
import { withDecks } from '../with-decks.ts'
import { contactSheet } from './contact-sheet.ts'

export interface DeckToShoot extends PrintableDeck {
  /** The folder of its pictures, which is replaced as a whole. */
  shots: string
}

export interface ShotsOptions extends BrowserChoice {
  decks: readonly DeckToShoot[]
  onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * Takes a picture of every slide after its last click, in light and dark (`007.png`, `007-dark.png`),
 * and of each deck as a whole (`sheet.png`, `sheet-dark.png`), for those who look at what they made.
 *
 * @returns the number of slides by deck
 * @throws PrinterError when a deck is not built, does not get ready, or its folder cannot be written.
 */
export async function shootDecks(options: ShotsOptions): Promise<Map<string, number>> {
  const progress = new ProgressSum(options.decks.length, options.onProgress)
  const shot = await withDecks(options.decks, options, (job) => shootDeck(job, progress))
  return new Map(shot)
}

async function shootDeck(
  { deck, browser, url }: DeckJob<DeckToShoot>,
  progress: ProgressSum,
): Promise<[string, number]> {
  const { id, title, shots } = deck
  const open = await openDeck(browser, {
    id,
    url,
    clicks: false,
    scheme: 'light',
    onReady: (ready, slides) => progress.tellOpen(id, ready, slides),
  })
  try {
    const files = new Map<string, Uint8Array>()
    const shoot = async (scheme: Scheme, suffix: string): Promise<void> => {
      progress.tell(id, 'print', `${scheme} pictures`)
      const pictures = await shootSlides(open.page)
      for (const [name, bytes] of pictures) files.set(name.replace('.png', `${suffix}.png`), bytes)
      files.set(`sheet${suffix}.png`, await contactSheet(browser, { title, scheme, pictures }))
    }
    await shoot('light', '')
    await changeScheme(open, 'dark')
    await shoot('dark', '-dark')
    await writeWholeFolder(shots, files)
    progress.tell(id, 'done', 'written')
    return [id, open.states]
  } finally {
    await open.close()
  }
}
