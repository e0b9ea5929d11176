import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { writeWhole } from '../out-folder.ts'
import { readStates } from '../page/states.ts'
import { PrinterError } from '../printer-error.ts'
import type { WriteJob, Written } from './write-deck.ts'

/** What a mail or a small stick still takes. */
const MOST_BYTES = 4_000_000
/** Slidev remembers here which side of the theme was chosen. */
const SCHEME_KEY = 'slidev-color-schema'

/**
 * The deck as the one file that it was built into. In dark it opens with that side of the theme,
 * until somebody chooses the other one.
 *
 * @throws PrinterError `not-one-file`.
 */
export async function writeSingleFile(job: WriteJob): Promise<Written> {
  const { open, deck, scheme, target } = job
  const [beside] = await open.page.evaluate(readRequests)
  if (beside !== undefined) {
    throw new PrinterError('not-one-file', `"${deck.id}" asks for ${beside} as well.`)
  }
  const built = await readFile(path.join(deck.dir, 'index.html'), 'utf8')
  const page = scheme === 'dark' ? built.replace('<head>', () => `<head>${darkAtFirst()}`) : built
  const bytes = Buffer.from(page)
  if (bytes.length > MOST_BYTES) {
    const size = `${bytes.length} bytes, more than ${MOST_BYTES}`
    throw new PrinterError('not-one-file', `"${deck.id}" has ${size}.`)
  }
  const file = `${target()}.html`
  await writeWhole(file, bytes)
  return { path: file, pages: (await open.page.evaluate(readStates)).length, findings: [] }
}

function darkAtFirst(): string {
  const key = JSON.stringify(SCHEME_KEY)
  return `<script>localStorage.getItem(${key}) ?? localStorage.setItem(${key}, "dark")</script>`
}

/** Runs inside the page: the paths of everything that it loaded beside itself. */
function readRequests(): string[] {
  const addresses = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  return addresses
    .filter(({ protocol }) => protocol.startsWith('http'))
    .map(({ pathname }) => pathname)
}
