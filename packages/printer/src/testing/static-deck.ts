import { mkdtemp, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { SlideNote } from '../page/read-notes.ts'

/** One click state in a page like Slidev's print page. */
export interface StaticState {
  /** `002-16`: slide 2 after 15 clicks. */
  id: string
  html: string
}

/**
 * Writes a page with the same containers as Slidev's print page into a new folder below `root`, in
 * far less time than a build takes.
 */
export async function writeStaticDeck(
  root: string,
  states: readonly StaticState[],
  head = '',
): Promise<{ folder: string }> {
  const folder = await mkdtemp(path.join(root, 'deck ü-'))
  const containers = states.map(
    ({ id, html }) => `<div class="print-slide-container" id="${id}">
      <div data-slidev-no="${Number.parseInt(id, 10)}" class="slide">${html}</div></div>`,
  )
  await writeFile(path.join(folder, 'index.html'), page(head, containers.join('\n')))
  return { folder }
}

/** The element in which the theme's print page tells what speakers say. */
export function notesInHead(notes: readonly SlideNote[]): string {
  const told = JSON.stringify(notes).replaceAll('<', '\\u003c')
  return `<script type="application/json" id="five-pillars-notes">${told}</script>`
}

function page(head: string, content: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Static</title>
    <link rel="icon" href="data:," />
    <style>
      @page { size: 980px 552px; margin: 0 }
      body { margin: 0; font: 24px 'DejaVu Sans', Arial, sans-serif }
      .print-slide-container {
        position: relative; overflow: hidden; width: 980px; height: 552px;
        break-after: page; background: #fff; color: #111;
      }
      .slide { position: absolute; inset: 0; padding: 40px; box-sizing: border-box }
      @media (prefers-color-scheme: dark) {
        .print-slide-container { background: #111; color: #eee }
      }
    </style>
    ${head}
  </head>
  <body>
    <div id="app"><div id="print-container"><div id="print-content">${content}</div></div></div>
  </body>
</html>
`
}
