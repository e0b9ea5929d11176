import { readFileSync } from 'node:fs'

/** Values of the colour tokens of one paper, by name without `--fp-`. */
export type Tokens = ReadonlyMap<string, string>

const FILE = new URL('../../styles/tokens.css', import.meta.url)
const BLOCK = /^(:root(?:\.dark)?) \{([^}]*)\}/gm
const TOKEN = /--fp-([\w-]+):\s*(#[0-9a-f]{6});/g

/** The colours of both papers, as `tokens.css` has them. */
export function readTokens(css = readFileSync(FILE, 'utf8')): { light: Tokens; dark: Tokens } {
  const light = new Map<string, string>()
  const dark = new Map<string, string>()
  for (const [, selector, body = ''] of css.matchAll(BLOCK)) {
    for (const [, name = '', value = ''] of body.matchAll(TOKEN)) {
      const target = selector === ':root' ? light : dark
      target.set(name, value)
    }
  }
  return { light, dark }
}

/** The colour with this name; a misspelt one is a mistake of ours. */
export function token(tokens: Tokens, name: string): string {
  const value = tokens.get(name)
  if (value === undefined) throw new Error(`tokens.css has no colour --fp-${name}`)
  return value
}
