import type { Paper } from '../pdf/paper.ts'
import { PAPERS } from '../pdf/paper.ts'

/** Sizes of text are multiples of `--fit`, which grows until the side is full. */
export function cardStyle(paper: Paper): string {
  const { width, height } = PAPERS[paper]
  return `
@page { size: ${width}mm ${height}mm; margin: 0 }
:root.light { color-scheme: only light }
body { margin: 0; -webkit-print-color-adjust: exact; print-color-adjust: exact }
.light .card-side { background: white }
.card-side {
  --pt: calc(var(--fit, 1) * 1pt);
  display: flex; flex-direction: column; box-sizing: border-box; overflow: hidden;
  width: ${width}mm; height: ${height}mm; padding: 15mm 15mm 0; break-after: page;
  background: var(--fp-paper); color: var(--fp-ink);
  font: calc(9 * var(--pt))/1.4 var(--fp-sans, sans-serif);
}
.card-side:last-child { break-after: auto }
h1, h2, p { margin: 0 }
.card-head { display: flex; align-items: center; gap: 6mm; margin-bottom: 6mm }
.card-icon {
  flex: none; width: 20mm; height: 20mm; fill: none; stroke: var(--fp-accent-line, currentColor);
  stroke-width: 2; stroke-linecap: round; stroke-linejoin: round;
}
h1 { font-size: 27pt; font-weight: 600; line-height: 1.1; letter-spacing: -0.015em }
.card-head p { margin-top: 1mm; color: var(--fp-ink-soft); font-size: 12pt; line-height: 1.35 }
.card-why { display: flex; gap: 8mm; margin-bottom: 5mm }
.card-why p { flex: 1; padding-left: 3mm; border-left: 0.7mm solid var(--fp-accent-line, currentColor) }
.card-why b { display: block; color: var(--fp-ink-soft); font-size: 8pt; font-weight: 400 }
.card-body { flex: 1; min-height: 0 }
table { width: 100%; height: 100%; border-collapse: collapse; table-layout: fixed; text-align: left }
thead tr { height: 0 }
thead th { padding: 0 3mm 1.5mm 0; color: var(--fp-ink-soft); font-size: 8pt; font-weight: 400 }
tbody th, tbody td {
  padding: 2.6mm 5mm 2mm 0; border-top: 0.2mm solid var(--fp-line);
  font-weight: 400; vertical-align: top; text-wrap: pretty;
}
tbody tr:first-child > * { border-top: 0.5mm solid var(--fp-accent-line, currentColor) }
th > p { color: var(--fp-ink-soft) }
h2 { margin-bottom: 0.8mm; font-size: calc(11.5 * var(--pt)); font-weight: 600; line-height: 1.25 }
.card-patterns th:first-child { width: 36% }
.card-patterns :is(th, td):last-child { padding-right: 0 }
.card-sign { width: 2.6mm; height: 2.6mm; margin-right: 1.4mm; vertical-align: -0.3mm }
.card-sign { fill: none; stroke: var(--fp-ink); stroke-width: 1 }
.card-use { fill: var(--fp-accent-fill, currentColor) }
.card-not path { stroke: var(--fp-fault-line, currentColor) }
.card-questions th:first-child { width: 9mm }
.card-questions th:last-child { width: 36% }
.card-questions tbody th { padding-right: 7mm }
.card-no {
  color: var(--fp-accent-text, inherit); font-size: calc(15 * var(--pt)); font-weight: 600;
}
.card-questions .card-no { padding-top: 2mm; line-height: 1.2 }
.card-lines { padding: 0 !important; vertical-align: top !important }
.card-lines i { display: block; height: 8.5mm; border-bottom: 0.15mm solid var(--fp-line) }
.card-block {
  display: flex; margin: 4mm 0 10mm; border: 0.2mm solid var(--fp-line);
  color: var(--fp-ink-soft); font-size: 7.5pt; line-height: 9mm;
}
.card-block span { padding: 0 3.5mm; border-left: 0.2mm solid var(--fp-line) }
.card-block span:first-child { border-left: 0 }
.card-block span:nth-child(2) { flex: 1 }
.card-columns { display: flex; align-items: flex-end }
.card-columns svg { height: 6.4mm; fill: none; stroke: var(--fp-ink); stroke-width: 4 }
.card-columns svg { margin: 1.3mm 0 }
.card-columns .card-present { fill: var(--fp-accent-fill, currentColor) }
`
}
