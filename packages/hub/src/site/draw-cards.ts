import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { launchBrowser } from '@five-pillars/browser'
import type { Pillar } from '@five-pillars/content'
import { pageStyle } from '@five-pillars/deck-kit/page-style'

import { CARD_SIZE, CARD_STYLE, cardMarkup } from './card-markup.ts'
import type { Card } from './card-markup.ts'

interface DrawOptions {
  root: string
  pillars: readonly Pillar[]
  cards: readonly Card[]
  /** The browser to draw with; default the first that is found. */
  browser?: string | undefined
  onDrawn?: ((done: number) => void) | undefined
}

/**
 * Draws the pictures for links, in the order of the cards. Those that were drawn before come from
 * the repository's cache, by all that they are made of; a browser starts only for the others.
 */
export async function drawCards(options: DrawOptions): Promise<readonly Uint8Array[]> {
  const style = `${pageStyle()}\n${CARD_STYLE}`
  const cache = path.join(options.root, '.cache', 'hub', 'cards')
  const wanted = await Promise.all(
    options.cards.map(async (card) => {
      const body = (await cardMarkup(card, options.pillars)).toString()
      const hash = createHash('sha256').update(style).update(body).digest('hex').slice(0, 16)
      const file = path.join(cache, `${hash}.png`)
      return { body, file, picture: await readFile(file).catch(() => undefined) }
    }),
  )
  if (wanted.every(({ picture }) => picture !== undefined)) {
    return wanted.flatMap(({ picture }) => picture ?? [])
  }
  await mkdir(cache, { recursive: true })
  await using browser = await launchBrowser({ path: options.browser })
  const page = await browser.newPage({ viewport: CARD_SIZE, colorScheme: 'light' })
  await page.setContent(`<!doctype html><style>${style}</style><body></body>`)
  const pictures: Uint8Array[] = []
  for (const { body, file, picture } of wanted) {
    pictures.push(picture ?? (await draw(body, file)))
    options.onDrawn?.(pictures.length / wanted.length)
  }
  return pictures

  async function draw(body: string, file: string): Promise<Uint8Array> {
    await page.evaluate(async (markup) => {
      document.body.innerHTML = markup
      await document.fonts.ready
    }, body)
    const picture = await page.screenshot()
    const fresh = `${file}.${process.pid}`
    await writeFile(fresh, picture)
    await rename(fresh, file)
    return picture
  }
}
