import { readFileSync } from 'node:fs'

import { embeddedFonts } from './embedded-fonts.ts'

const TOKENS = new URL('../../styles/tokens.css', import.meta.url)

/** The theme's colours and fonts as one style sheet, for a page that no bundler and no server makes. */
export function pageStyle(): string {
  return `${embeddedFonts()}\n${readFileSync(TOKENS, 'utf8')}`
}
