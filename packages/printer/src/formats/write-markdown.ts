import path from 'node:path'

import { writeWholeFolder } from '../out-folder.ts'
import type { SlidePicture } from './slide-pictures.ts'
import { slidePictures } from './slide-pictures.ts'
import type { WriteJob, Written } from './write-deck.ts'

/**
 * A folder with pictures of the slides and one Markdown file that shows them with what is said.
 *
 * @throws PrinterError `no-notes`.
 */
export async function writeMarkdown(job: WriteJob): Promise<Written> {
  const { deck, target } = job
  const pictures = await slidePictures(job)
  const files = new Map(pictures.map(({ name, bytes }) => [name, bytes]))
  const folder = target('-md')
  files.set(`${deck.id}.md`, Buffer.from(markdownOf(deck.title, pictures)))
  await writeWholeFolder(folder, files)
  return { path: path.join(folder, `${deck.id}.md`), pages: pictures.length, findings: [] }
}

function markdownOf(title: string, pictures: readonly SlidePicture[]): string {
  const slides = Map.groupBy(pictures, ({ slide }) => slide).values()
  return [`# ${title}`, ...slides.flatMap(sectionOf)].map((block) => `${block}\n`).join('\n')
}

/** A slide: heading, its pictures, and what is said. */
function sectionOf(pictures: readonly SlidePicture[]): string[] {
  const [first] = pictures
  if (first === undefined) return []
  const shown = pictures.map(({ name, alt }) => `![${bracketed(alt)}](${name})`)
  const note = first.note === '' ? [] : [first.note]
  return [`## ${first.slide}. ${first.title}`, ...shown, ...note]
}

function bracketed(text: string): string {
  return text.replaceAll(/[[\]\\]/g, String.raw`\$&`)
}
