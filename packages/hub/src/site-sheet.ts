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
  'plan',
  'search',
  'prose',
  'ask',
  'tree',
  'review',
  // Last: what changes all of them on a narrow screen and on paper.
  'narrow',
  'print',
] as const

/** Of the theme: its colours, and the questions that slides and pages both show. */
const THEME_SHEETS = [
  'tokens.css',
  'questions.css',
  'latency-budget.css',
  'questions-fitted.css',
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
  const theme = await Promise.all(THEME_SHEETS.map(themeSheet))
  return [...theme, fonts(), ...own].join('\n')
}

function themeSheet(name: (typeof THEME_SHEETS)[number]): Promise<string> {
  return readFile(fileURLToPath(import.meta.resolve(`@five-pillars/deck-kit/${name}`)), 'utf8')
}

/** A page is read before its fonts are there: it is no slide, which waits for them. */
function fonts(): string {
  const faces = fontFaceCss(({ path: file }) => `fonts/${path.basename(file)}`)
  return faces.replaceAll('font-display: block', 'font-display: swap')
}
