import type { Paper } from '../pdf/paper.ts'
import { PAPERS } from '../pdf/paper.ts'

/** Black on white, in type that is read standing; a heading is never the last line of a page. */
export function guideStyle(paper: Paper, title: string): string {
  const { width, height } = PAPERS[paper]
  const edge = 'font: 8pt var(--fp-sans, sans-serif); color: #555c65'
  return `
@page {
  size: ${width}mm ${height}mm;
  margin: 20mm 20mm 18mm;
  @bottom-left { content: "${title.replaceAll('"', '')}"; ${edge} }
  @bottom-right { content: counter(page) " / " counter(pages); ${edge} }
}
:root { color-scheme: only light }
body {
  margin: 0; background: white; color: #1b1f24;
  font: 10.5pt/1.45 var(--fp-sans, sans-serif); text-wrap: pretty;
  -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
h1 { margin: 0 0 4mm; font-size: 28pt; font-weight: 600; line-height: 1.1; letter-spacing: -0.015em }
h2 {
  margin: 9mm 0 3mm; padding-top: 2.5mm; border-top: 0.5mm solid #1b1f24;
  font-size: 17pt; font-weight: 600; line-height: 1.2; break-after: avoid;
}
h3 { margin: 6mm 0 1.5mm; font-size: 12pt; font-weight: 600; line-height: 1.25; break-after: avoid }
p, ul, ol { margin: 0 0 2.5mm; orphans: 3; widows: 3 }
h3 + p { break-before: avoid }
ul, ol { padding-left: 6mm }
li { margin-bottom: 1.4mm; break-inside: avoid }
li p { margin: 0 }
li:has(> .guide-box) { list-style: none; margin-left: -6mm; padding-left: 6mm; text-indent: -6mm }
.guide-box {
  display: inline-block; width: 3.2mm; height: 3.2mm; margin-right: 2.4mm;
  border: 0.3mm solid #1b1f24; border-radius: 0.5mm; vertical-align: -0.5mm; text-indent: 0;
}
code { font: 0.92em var(--fp-mono, monospace); overflow-wrap: anywhere }
table { width: 100%; margin: 3mm 0 4mm; border-collapse: collapse; font-size: 9.5pt; line-height: 1.4 }
tr { break-inside: avoid }
th, td { padding: 1.6mm 4mm 1.4mm 0; border-bottom: 0.2mm solid #8b8d8b; text-align: left; vertical-align: top }
th { color: #555c65; font-size: 8pt; font-weight: 400 }
td:first-child { width: 36%; font-weight: 600 }
td:last-child { padding-right: 0 }
`
}
