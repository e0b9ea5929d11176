import type { Finding } from '../finding.ts'
import { writeWhole } from '../out-folder.ts'
import { readSlideTexts } from '../page/read-slide-texts.ts'
import { editableDeck } from '../pptx/editable-deck.ts'
import { finishPptx } from '../pptx/finish-pptx.ts'
import { pictureDeck } from '../pptx/picture-deck.ts'
import { PrinterError } from '../printer-error.ts'
import { notesOf } from './notes-of.ts'
import { slidePictures } from './slide-pictures.ts'
import type { WriteJob, Written } from './write-deck.ts'

/**
 * Slides for PowerPoint and its like: one picture each, with its title and what is said.
 *
 * @throws PrinterError `no-notes`, `pptx-wrong`.
 */
export async function writePptx(job: WriteJob): Promise<Written> {
  const { title, author = '' } = job.deck
  const pictures = await slidePictures(job)
  const made = await pictureDeck(pictures, { title, author })
  return await finish(job, { made, titles: pictures.map((each) => each.title), kind: '' })
}

/**
 * The same with text that can be changed, as far as Slidev's exporter has it: drawings stay pictures,
 * and a slide that is little else becomes one, which is told.
 *
 * @throws PrinterError `no-notes`, `pptx-wrong`.
 */
export async function writeEditablePptx(job: WriteJob): Promise<Written> {
  const { open, deck, scheme } = job
  const texts = await open.page.evaluate(readSlideTexts, await notesOf(job))
  const about = { title: deck.title, author: deck.author ?? '' }
  const { bytes, pictures } = await editableDeck(open.page, texts, about)
  const titles = texts.map((each) => each.title)
  const written = await finish(job, { made: bytes, titles, kind: '-editable' })
  const findings = pictures.map(({ slide, why }): Finding => {
    const message = `the slide became a picture: ${why}`
    return { deck: deck.id, slide, click: null, scheme, kind: 'not-editable', message }
  })
  return { ...written, findings }
}

async function finish(
  { deck, target, builtAt }: WriteJob,
  { made, titles, kind }: { made: Uint8Array; titles: readonly string[]; kind: string },
): Promise<Written> {
  const finished = await finishPptx(made, { date: builtAt, titles })
  if (finished.slides !== titles.length) {
    const count = `${finished.slides} slides where ${titles.length} were in the page`
    throw new PrinterError('pptx-wrong', `"${deck.id}" has ${count}.`)
  }
  const file = `${target(kind)}.pptx`
  await writeWhole(file, finished.bytes)
  return { path: file, pages: finished.slides, findings: [] }
}
