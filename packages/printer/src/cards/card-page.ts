import type { PillarId } from '@five-pillars/content'
import { patterns, pillarById, pillars, reviewQuestions } from '@five-pillars/content'

import type { Scheme } from '../finding.ts'
import type { Paper } from '../pdf/paper.ts'
import type { CardLook } from './card-look.ts'
import { cardStyle } from './card-style.ts'

/** To write on, beside each question. */
const LINES = 3

export interface CardOptions {
  look: CardLook
  paper: Paper
  scheme: Scheme
}

/** A page with two sides: the pillar's patterns, and the questions to ask of a system. */
export function cardPage(id: PillarId, { look, paper, scheme }: CardOptions): string {
  const { name, question } = pillarById(id)
  return `<!doctype html>
<html lang="en" class="${scheme}">
<head>
<meta charset="utf-8">
<title>${escape(name)}</title>
<style>${look.style}${cardStyle(paper)}</style>
</head>
<body data-pillar="${id}">
<section class="card-side">
${head(id, look, name, question)}
${patternTable(id)}
${titleBlock(id, look, 'Patterns', 1)}
</section>
<section class="card-side">
${head(id, look, 'Questions for a review', `${name}: "yes" is no answer to any of them.`)}
${questionTable(id)}
${titleBlock(id, look, 'Review', 2)}
</section>
</body>
</html>`
}

function head(id: PillarId, { icons }: CardLook, title: string, line: string): string {
  return `<header class="card-head">
<svg class="card-icon" viewBox="0 0 48 48" aria-hidden="true">${icons[id]}</svg>
<div><h1>${escape(title)}</h1><p>${escape(line)}</p></div>
</header>`
}

function patternTable(id: PillarId): string {
  const { pain, answer } = pillarById(id)
  const rows = patterns
    .filter((pattern) => pattern.pillar === id)
    .map(
      ({ name, summary, useWhen, notWhen }) => `<tr>
<th scope="row"><h2>${escape(name)}</h2><p>${escape(summary)}</p></th>
<td>${escape(useWhen)}</td>
<td>${escape(notWhen)}</td>
</tr>`,
    )
  return `<div class="card-why">
<p><b>When nobody asks</b>${escape(pain)}</p>
<p><b>What to do</b>${escape(answer)}</p>
</div>
<div class="card-body"><table class="card-patterns">
<thead><tr>
<th scope="col">Pattern</th>
<th scope="col">${sign('use')}When</th>
<th scope="col">${sign('not')}Not when</th>
</tr></thead>
<tbody>${rows.join('')}</tbody>
</table></div>`
}

function questionTable(id: PillarId): string {
  const rows = reviewQuestions
    .filter((each) => each.pillar === id)
    .map(
      ({ question, good }, index) => `<tr>
<td class="card-no">${index + 1}</td>
<th scope="row"><h2>${escape(question)}</h2><p>${escape(good)}</p></th>
<td class="card-lines">${'<i></i>'.repeat(LINES)}</td>
</tr>`,
    )
  return `<div class="card-body"><table class="card-questions">
<thead><tr>
<th scope="col"></th>
<th scope="col">Question, and what a good answer contains</th>
<th scope="col">Your system</th>
</tr></thead>
<tbody>${rows.join('')}</tbody>
</table></div>`
}

/** Told by shape, so that it is told in black and white: as nodes are drawn, well or dead. */
function sign(kind: 'use' | 'not'): string {
  const cross = kind === 'not' ? '<path d="M1 1 11 11M11 1 1 11"/>' : ''
  return `<svg class="card-sign card-${kind}" viewBox="0 0 12 12" aria-hidden="true"><rect x="1" y="1" width="10" height="10" rx="2"/>${cross}</svg>`
}

/** As on a drawing: what it is, and which sheet of it. */
function titleBlock(id: PillarId, { column }: CardLook, what: string, sheet: number): string {
  const columns = pillars.map((pillar, index) => {
    const present = pillar.id === id ? ' class="card-present"' : ''
    return `<path d="${column}" transform="translate(${index * 89} 0)"${present}/>`
  })
  return `<footer class="card-block">
<span class="card-columns"><svg viewBox="-2 -132 420 134" aria-hidden="true">${columns.join('')}</svg></span>
<span>The five pillars of distributed systems</span>
<span>${escape(pillarById(id).name)}</span>
<span>${what}</span>
<span>Sheet ${sheet} of 2</span>
</footer>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
