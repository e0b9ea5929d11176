import type { Page } from 'playwright'

import { placeOf } from '../page/states.ts'

/** By slide number: a hash of every pixel of its picture. */
export type SlideHashes = Record<string, string>

/** So many slides are drawn at once: all of a long deck would be more than a browser draws. */
const AT_ONCE = 20
const WIDTH = 980

/**
 * Hashes the picture of each slide in the page, of whichever click state is there. One picture of
 * twenty slides takes a quarter of the time of twenty pictures.
 */
export async function hashSlides(page: Page): Promise<SlideHashes> {
  const places = await page.evaluate(readPlaces)
  const viewport = page.viewportSize()
  const cdp = await page.context().newCDPSession(page)
  const hashes: SlideHashes = {}
  for (let first = 0; first < places.length; first += AT_ONCE) {
    const some = places.slice(first, first + AT_ONCE)
    const top = some[0]?.top ?? 0
    const height = some.reduce((sum, place) => sum + place.height, 0)
    // oxlint-disable-next-line no-await-in-loop -- one page shows one part of it at a time
    await page.setViewportSize({ width: WIDTH, height })
    // What is scrolled to is drawn once; a clip beyond the viewport is laid out and drawn anew.
    // oxlint-disable-next-line no-await-in-loop -- as above
    await page.evaluate((y) => scrollTo(0, y), top)
    // oxlint-disable-next-line no-await-in-loop -- as above
    const { data } = await cdp.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
    })
    // oxlint-disable-next-line no-await-in-loop -- as above
    const found = await page.evaluate(hashRows, {
      png: data,
      rows: some.map((place) => [place.top - top, place.height] as const),
    })
    for (const [index, { id }] of some.entries()) {
      hashes[String(placeOf(id).slide)] = found[index] ?? ''
    }
  }
  if (viewport !== null) await page.setViewportSize(viewport)
  await cdp.detach()
  return hashes
}

interface Place {
  id: string
  top: number
  height: number
}

/** Runs inside the page. */
function readPlaces(): Place[] {
  return Array.from(document.querySelectorAll('.print-slide-container'), (element) => {
    const { top, height } = element.getBoundingClientRect()
    return { id: element.id, top: top + window.scrollY, height }
  })
}

/** Runs inside the page, where a picture is decoded by the browser itself. */
async function hashRows(picture: {
  png: string
  rows: readonly (readonly [top: number, height: number])[]
}): Promise<string[]> {
  const bytes = Uint8Array.fromBase64(picture.png)
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas')
  context.drawImage(bitmap, 0, 0)
  return await Promise.all(
    picture.rows.map(async ([top, height]) => {
      const { data } = context.getImageData(0, top, bitmap.width, height)
      const digest = await crypto.subtle.digest('SHA-256', data)
      return new Uint8Array(digest).toHex().slice(0, 16)
    }),
  )
}
