import { handoutStyle } from '../handout/handout-style.ts'
import { layOutHandout } from '../handout/lay-out-handout.ts'
import type { Paper } from '../pdf/paper.ts'
import { writeWhole } from '../out-folder.ts'
import { flattenHalos } from '../page/flatten-halos.ts'
import { printPage } from '../pdf/print-page.ts'
import { notesOf } from './notes-of.ts'
import type { WriteJob, Written } from './write-deck.ts'

const CLICK = 'slidev-note-click-mark'

/**
 * Two slides and what their speaker says to a page, as a PDF whose slides are text and lines. Long
 * notes flow on; that none was cut off is read back.
 *
 * @throws PrinterError `no-notes`, `pdf-wrong`.
 */
export async function writeHandout(job: WriteJob, paper: Paper): Promise<Written> {
  const { deck, scheme, target } = job
  const { page } = job.open
  const notes = await notesOf(job)
  const clicks = notes.some(({ html }) => html.includes(CLICK))
  await page.evaluate(flattenHalos)
  await page.addStyleTag({ content: handoutStyle(paper, { title: deck.title, clicks }) })
  await page.evaluate(layOutHandout, notes)
  const { families, ...texts } = await page.evaluate(readHandout)
  const { id, title, author = '' } = deck
  const expected = { ...texts, deck: id, title, author, date: job.builtAt }
  const { bytes, pages, fallbacks } = await printPage(page, expected, families)
  const file = `${target('-handout')}.pdf`
  await writeWhole(file, bytes)
  const findings = fallbacks.map((each) => ({
    deck: deck.id,
    slide: null,
    click: null,
    scheme,
    kind: 'fallback-font' as const,
    message: `"${each.text}" on page ${each.page} is set in ${each.font} of this machine`,
  }))
  return { path: file, pages, findings }
}

/** Runs inside the page. */
function readHandout(): { firstText: string; endings: string[]; families: string[] } {
  const ENDING_LENGTH = 24
  const ends = document.querySelectorAll('.fp-handout-note > :last-child, .fp-handout-aside')
  const endings = [...ends].map(({ textContent }) => textContent.trim().slice(-ENDING_LENGTH))
  const first = document.querySelector<HTMLElement>('h1, h2, h3, .print-slide-container')
  return {
    firstText: first?.innerText.trim() ?? '',
    endings,
    families: [...document.fonts].map(({ family }) => family),
  }
}
