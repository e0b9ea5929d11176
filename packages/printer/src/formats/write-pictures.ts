import { writeWholeFolder } from '../out-folder.ts'
import { shootSlides } from './shoot-slides.ts'
import type { WriteJob, Written } from './write-deck.ts'

/** A folder of pictures, one for each slide that is in the page. */
export async function writePictures({ open, target }: WriteJob): Promise<Written> {
  const pictures = await shootSlides(open.page)
  const folder = target()
  await writeWholeFolder(folder, pictures)
  return { path: folder, pages: pictures.size, findings: [] }
}
