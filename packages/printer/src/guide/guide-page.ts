import { Marked } from 'marked'

import type { Paper } from '../pdf/paper.ts'
import { guideStyle } from './guide-style.ts'

export interface GuideOptions {
  /** Markdown of this repository's own. */
  source: string
  /** A style sheet with `--fp-…` colours and the fonts inside. */
  style: string
  paper: Paper
}

/** A text of this repository as a page that is only ever printed; its boxes can be ticked by hand. */
export function guidePage({ source, style, paper }: GuideOptions): string {
  const title = titleOf(source)
  return `<!doctype html>
<html lang="en" class="light">
<head>
<meta charset="utf-8">
<title>${escape(title)}</title>
<style>${style}${guideStyle(paper, title)}</style>
</head>
<body data-pillar="none">
${parser.parse(source, { async: false })}
</body>
</html>`
}

/** The heading of the whole. */
export function titleOf(source: string): string {
  return /^# (.+)$/mu.exec(source)?.[1] ?? ''
}

const parser = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }) => escape(text),
    checkbox: () => '<span class="guide-box" role="img" aria-label="To do"></span>',
  },
})

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
