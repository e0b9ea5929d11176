import { readFileSync } from 'node:fs'

import { fontFaceCss } from './font-faces.ts'

/** The theme's `@font-face` rules with the fonts inside, for a page without a server. */
export function embeddedFonts(): string {
  return fontFaceCss(({ path }) => {
    const type = path.endsWith('.woff2') ? 'font/woff2' : 'font/ttf'
    return `data:${type};base64,${readFileSync(path).toString('base64')}`
  })
}
