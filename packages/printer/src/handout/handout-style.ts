import type { Paper } from '../pdf/paper.ts'
import { PAPERS } from '../pdf/paper.ts'

/** All in millimetres, except the canvas of a slide. */
const SIDE = 15
const TOP = 16
const BOTTOM = 14
const PICTURE = { width: 114, ratio: 552 / 980 }
const CANVAS_PX = 980
const PX_PER_MM = 96 / 25.4

/** What stands on every page of a handout. */
export interface RunningText {
  title: string
  clicks: boolean
}

/**
 * Two slides to a page, each with room for its notes in two columns below it. A pair whose notes need
 * more goes on on the next page, and the next pair begins a new one. The paper is white in dark, too.
 */
export function handoutStyle(paper: Paper, { title, clicks }: RunningText): string {
  const { width, height } = PAPERS[paper]
  const half = (height - TOP - BOTTOM) / 2
  const scale = (PICTURE.width * PX_PER_MM) / CANVAS_PX
  const edge = `font: 8pt var(--fp-sans, sans-serif); color: ${SOFT}; vertical-align: middle`
  return `
@page {
  size: ${width}mm ${height}mm;
  margin: ${TOP}mm ${SIDE}mm ${BOTTOM}mm;
  @top-left { content: ${quoted(title)}; ${edge}; font-weight: 600; color: ${INK} }
  @top-right { content: "Slides and what to say"; ${edge} }
  @bottom-left { content: ${quoted(clicks ? 'A number in a circle is a click.' : '')}; ${edge} }
  @bottom-right { content: counter(page) " / " counter(pages); ${edge} }
}
:root { color-scheme: only light !important }
html, body, #app { background: none !important; height: auto !important; overflow: visible !important }
body > :not(#app) { display: none !important }
.fp-handout {
  color: ${INK}; font: 9.1pt/1.42 var(--fp-sans, sans-serif); text-align: left;
  -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
.fp-handout-slide {
  box-sizing: border-box; padding: 3.5mm 0 4mm; break-inside: avoid;
  border-top: 0.35mm solid var(--fp-accent-line, ${LINE});
}
.fp-handout-top { display: flex; gap: 6mm; margin-bottom: 3.5mm }
.fp-handout-slide:nth-child(odd) { break-before: page; min-height: ${half}mm }
.fp-handout-slide:first-child { break-before: auto }
.fp-handout-picture {
  position: relative; flex: none; overflow: hidden;
  width: ${PICTURE.width}mm; height: ${PICTURE.width * PICTURE.ratio}mm;
}
.fp-handout-picture::after {
  position: absolute; inset: 0; border: 0.2mm solid ${LINE}; content: '';
}
.fp-handout-picture > .print-slide-container {
  transform: scale(${scale}) !important; transform-origin: 0 0; break-after: auto !important;
}
.fp-handout :where(p) { margin: 0 }
.fp-handout-rail { flex: 1; font-size: 8.2pt; line-height: 1.4 }
.fp-handout-head {
  display: flex; align-items: baseline; gap: 2.5mm;
  padding-bottom: 1.2mm; border-bottom: 0.2mm solid ${LINE};
}
.fp-handout-no { font-size: 19pt; font-weight: 600; line-height: 1; letter-spacing: -0.02em }
.fp-handout-time { margin-left: auto; color: ${SOFT} }
.fp-handout-aside { margin-top: 2.6mm; break-inside: avoid }
.fp-handout-kicker { color: ${SOFT}; font-size: 7.4pt }
.fp-handout-asked { font-weight: 600; text-wrap: pretty }
.fp-handout-asked + p { margin-top: 0.8mm }
.fp-handout-note { columns: 2; column-gap: 8mm; text-wrap: pretty }
.fp-handout-note > * { orphans: 2; widows: 2 }
.fp-handout-note > * + * { margin-top: 1.8mm }
.fp-handout-note :where(ul, ol) { margin-bottom: 0; padding-left: 4.5mm }
.fp-handout-note :where(ul) { list-style: disc }
.fp-handout-note :where(ol) { list-style: decimal }
.fp-handout-note :where(code) { font: 0.92em var(--fp-mono, monospace) }
.fp-handout-click {
  display: inline-block; box-sizing: border-box; min-width: 1.5em; height: 1.5em; padding: 0 0.3em;
  border: 0.25mm solid ${INK}; border-radius: 0.75em; margin-right: 0.25em; font-size: 7pt;
  font-weight: 600; line-height: calc(1.5em - 0.5mm); text-align: center; vertical-align: 0.12em;
}
`
}

/** The paper's own greys: those of the theme turn light when its slides are dark. */
const INK = '#1b1f24'
const SOFT = '#555c65'
const LINE = '#8b8d8b'

/** A string of CSS (CSS Syntax 3, 4.3.5). */
function quoted(text: string): string {
  return `"${text.replaceAll(/["\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`
}
