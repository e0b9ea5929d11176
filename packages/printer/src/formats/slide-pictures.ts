import { placeOf } from '../page/states.ts'
import { readSlideTexts } from '../page/read-slide-texts.ts'
import { notesOf } from './notes-of.ts'
import { shootSlides } from './shoot-slides.ts'
import type { WriteJob } from './write-deck.ts'

/** A slide in the page as a picture, and what is said beside it. */
export interface SlidePicture {
  /** `007.png`. */
  name: string
  bytes: Uint8Array
  /** Number of the slide, from 1. */
  slide: number
  title: string
  /** What a picture of it is called: the title, and the click after which it looks so. */
  alt: string
  note: string
}

/** @throws PrinterError `no-notes`. */
export async function slidePictures(job: WriteJob): Promise<SlidePicture[]> {
  const notes = await notesOf(job)
  const texts = await job.open.page.evaluate(readSlideTexts, notes)
  const pictures = await shootSlides(job.open.page)
  return [...pictures].map(([name, bytes], index) => {
    const { state = '', title = '', note = '' } = texts[index] ?? {}
    const { slide, click } = placeOf(state)
    const alt =
      name.includes('-') && click !== null && click > 0 ? `${title}, click ${click}` : title
    return { name, bytes, slide: slide ?? 0, title, alt, note }
  })
}
