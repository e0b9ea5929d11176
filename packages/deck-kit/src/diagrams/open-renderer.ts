import { createRequire } from 'node:module'

import { launchBrowser } from '@five-pillars/browser'
import type { Mermaid, MermaidConfig } from 'mermaid'

import { embeddedFonts } from '../fonts/embedded-fonts.ts'
import { readTokens } from '../tokens/read-tokens.ts'
import type { Scheme } from './diagram-file.ts'
import { diagramStyle } from './diagram-style.ts'

/** What became of one diagram: its drawing, or why Mermaid cannot read it. */
export type Drawn = { kind: 'svg'; svg: string } | { kind: 'error'; message: string }

/** A browser page that draws diagrams, one after the other. */
export interface Renderer {
  draw(code: string, scheme: Scheme, id: string): Promise<Drawn>
  close(): Promise<void>
}

const require = createRequire(import.meta.url)
const DRAW_LIMIT_MS = 15_000

/**
 * Opens the packaged browser with Mermaid and the theme's font. The font must be there before text
 * is measured, or every box is as wide as another font wants it.
 *
 * @throws BrowserNotFound where no browser is.
 */
export async function openRenderer(): Promise<Renderer> {
  const browser = await launchBrowser({ prefer: 'packaged' })
  const page = await browser.newPage()
  page.setDefaultTimeout(DRAW_LIMIT_MS)
  await page.setContent(`<!doctype html><style>${embeddedFonts()}</style><body></body>`)
  await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') })
  await page.evaluate(loadFonts)
  const tokens = readTokens()
  return {
    draw: async (code, scheme, id) =>
      await page.evaluate(drawInPage, { code, id, config: diagramStyle(tokens[scheme]) }),
    close: async () => await browser.close(),
  }
}

/** Runs in the page: both cuts of the font, the Latin one and the one with arrows. */
async function loadFonts(): Promise<void> {
  const wanted = ['400', '600'].map((weight) => `${weight} 20px 'IBM Plex Sans'`)
  await Promise.all(wanted.map((font) => document.fonts.load(font, 'Aa\u2192')))
}

declare const mermaid: Mermaid

/** Runs in the page. Mermaid leaves its error drawing behind, which the next one must not meet. */
async function drawInPage(job: {
  code: string
  id: string
  config: MermaidConfig
}): Promise<Drawn> {
  try {
    mermaid.initialize(job.config)
    const { svg } = await mermaid.render(job.id, job.code)
    return { kind: 'svg', svg }
  } catch (error) {
    return { kind: 'error', message: error instanceof Error ? error.message : String(error) }
  } finally {
    document.body.replaceChildren()
  }
}
