import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { fontFaceCss } from '@five-pillars/deck-kit/fonts'

/** In the order in which they build on each other. */
const SHEETS = [
  'base',
  'bar',
  'columns',
  'cards',
  'rows',
  'tables',
  'look-up',
  'learn',
  'search',
  'prose',
  'ask',
  'review',
  // Last: what changes all of them on a narrow screen and on paper.
  'narrow',
  'print',
] as const

/**
 * The one style sheet of every page: the theme's colours and fonts, then the hub's own.
 *
 * @param folder where the hub's sheets are
 */
export async function siteSheet(folder: string): Promise<string> {
  const own = await Promise.all(
    SHEETS.map((name) => readFile(path.join(folder, `${name}.css`), 'utf8')),
  )
  const theme = await Promise.all([themeSheet('tokens.css'), themeSheet('questions.css')])
  return [...theme, fonts(), ...own].join('\n')
}

function themeSheet(name: 'tokens.css' | 'questions.css'): Promise<string> {
  return readFile(fileURLToPath(import.meta.resolve(`@five-pillars/deck-kit/${name}`)), 'utf8')
}

/** A page is read before its fonts are there: it is no slide, which waits for them. */
function fonts(): string {
  const faces = fontFaceCss(({ path: file }) => `fonts/${path.basename(file)}`)
  return faces.replaceAll('font-display: block', 'font-display: swap')
}
