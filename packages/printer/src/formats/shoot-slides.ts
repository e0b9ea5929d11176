import type { Page } from 'playwright'

import { readStates } from '../page/states.ts'

/** One picture for each slide in the page, by file name: `007.png`, or `007-2.png` after 2 clicks. */
export async function shootSlides(page: Page): Promise<Map<string, Uint8Array>> {
  const slides = page.locator('.print-slide-container')
  const ids = await page.evaluate(readStates)
  const isSplit = new Set(ids.map(slideOf)).size < ids.length
  const pictures = new Map<string, Uint8Array>()
  for (const [index, id] of ids.entries()) {
    const clicks = Number(id.slice(id.indexOf('-') + 1)) - 1
    const name = isSplit ? `${slideOf(id)}-${String(clicks).padStart(2, '0')}` : slideOf(id)
    pictures.set(`${name}.png`, await slides.nth(index).screenshot())
  }
  return pictures
}

function slideOf(state: string): string {
  return state.slice(0, state.indexOf('-'))
}
