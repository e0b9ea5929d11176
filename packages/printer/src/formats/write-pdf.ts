import { writeWhole } from '../out-folder.ts'
import { placeOf, readStates } from '../page/states.ts'
import { printPdf } from '../pdf/print-pdf.ts'
import type { WriteJob, Written } from './write-deck.ts'

/** A page for each slide that is in the page. */
export async function writePdf({
  open,
  deck,
  scheme,
  builtAt,
  target,
}: WriteJob): Promise<Written> {
  const { id, title, author = '' } = deck
  const states = await open.page.evaluate(readStates)
  const { bytes, pages, fallbacks } = await printPdf(open.page, {
    deck: id,
    title,
    author,
    date: builtAt,
  })
  const file = `${target()}.pdf`
  await writeWhole(file, bytes)
  const findings = fallbacks.map((each) => ({
    deck: id,
    ...placeOf(states[each.page - 1] ?? ''),
    scheme,
    kind: 'fallback-font' as const,
    message: `"${each.text}" is set in ${each.font} of this machine`,
  }))
  return { path: file, pages, findings }
}
