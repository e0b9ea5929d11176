import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const CSS = new URL('../../styles/fonts.css', import.meta.url)
const URL_IN_CSS = /url\('([^']+)'\)/g

/** A font file of the theme: as `fonts.css` names it, and where it is on this machine. */
export interface FontFile {
  specifier: string
  path: string
}

/** Every file that `fonts.css` asks for. */
export function fontFiles(): FontFile[] {
  const css = readFileSync(CSS, 'utf8')
  return [...css.matchAll(URL_IN_CSS)].map(([, specifier = '']) => ({
    specifier,
    path: require.resolve(specifier),
  }))
}

/**
 * The theme's `@font-face` rules with the address that `addressOf` gives for each file: for pages
 * that no bundler makes.
 */
export function fontFaceCss(addressOf: (file: FontFile) => string): string {
  const css = readFileSync(CSS, 'utf8')
  return css.replaceAll(URL_IN_CSS, (_, specifier: string) => {
    const address = addressOf({ specifier, path: require.resolve(specifier) })
    return `url('${address}')`
  })
}
