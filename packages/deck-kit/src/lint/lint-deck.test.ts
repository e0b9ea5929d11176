import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { formatFindings, lintDeck } from './lint-deck.ts'

const NOTE = `<!--
Time: 1.5 min

Say that a queue buys time and not throughput, and let the room look at the drawing for a while before you go on.
-->`

let dir = ''

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'lint-deck-'))
})

afterAll(async () => {
  await rm(dir, { recursive: true })
})

async function findingsOf(files: Record<string, string>, allow: string[] = []): Promise<string> {
  const root = await mkdtemp(path.join(dir, 'deck-'))
  await Promise.all([mkdir(path.join(root, 'pages')), mkdir(path.join(root, 'components'))])
  const writes = Object.entries(files).map(([file, text]) => writeFile(path.join(root, file), text))
  await Promise.all(writes)
  const { findings } = await lintDeck({ dir: root, minutes: 3, allow })
  // Slides of these tests have none.
  return formatFindings(findings.filter(({ rule }) => rule !== 'priority'))
}

describe('lintDeck', () => {
  test('a deck that keeps the rules has no finding', async () => {
    const slides = `---
theme: x
---

# A queue buys time

1. first
2. second

${NOTE}

---

# It adds no throughput since 1961

\`\`\`ts
const limit = 100
\`\`\`

${NOTE}
`
    expect(await findingsOf({ 'slides.md': slides })).toBe('')
  })

  test('the times of imported slides count, and the place names their file', async () => {
    const entry = `---\nsrc: ./pages/01-work.md\n---\n`
    const page = `# One\n\n${NOTE}\n\n---\n\n# Two at 99 %\n\n${NOTE}\n`
    expect(await findingsOf({ 'slides.md': entry, 'pages/01-work.md': page })).toBe(
      'pages/01-work.md:10 (slide 2) [digit] "# Two at 99 %" is typed by hand: use <Figure> or <Claim>, or allow the name',
    )
  })

  test('a missing note and a missing title are named, and so is the wrong sum', async () => {
    const slides = `# One\n\n${NOTE}\n\n---\n\ntext only\n`
    expect(await findingsOf({ 'slides.md': slides })).toBe(
      `slides.md:10 (slide 2) [title] has no title
slides.md:10 (slide 2) [time] its note does not begin with a line like "Time: 1.5 min"
slides.md [time] the notes add up to 1.5 min, the talk has 3`,
    )
  })

  test('a drawing is checked for digits and its slide for words', async () => {
    const words = Array.from({ length: 36 }, () => 'word').join(' ')
    const slides = `# One\n\n<Ring />\n\n${words}\n\n${NOTE}\n\n---\n\n# Two\n\n${NOTE}\n`
    const ring = `<template><svg :a="1 > 2"><text>{{ 7 }} moves 90 %</text></svg></template>`
    expect(await findingsOf({ 'slides.md': slides, 'components/Ring.vue': ring })).toBe(
      `slides.md:1 (slide 1) [words] 36 words, at most 35 here
components/Ring.vue [digit] "moves 90 %" is typed by hand: use <Figure> or <Claim>, or allow the name`,
    )
  })

  test('an allowed name may carry digits until nothing needs it', async () => {
    const slides = `# The p99 counts\n\n${NOTE}\n\n---\n\n# Two\n\n${NOTE}\n`
    expect(await findingsOf({ 'slides.md': slides }, ['p99', '2PC'])).toBe(
      'allow [digit] no slide needs "2PC" any more',
    )
  })

  test('a fifth list item and a pictograph are findings', async () => {
    const slides = `# One\n\n- a\n- b\n- c\n- d\n- e\n\n${NOTE}\n\n---\n\n# Two \u{1F600}\n\n${NOTE}\n`
    expect(await findingsOf({ 'slides.md': slides })).toBe(
      `slides.md:1 (slide 1) [list] a list of 5 items, at most 4
slides.md:16 (slide 2) [emoji] the pictograph \u{1F600}`,
    )
  })
})

describe('an id that content does not have', () => {
  test('of a figure is named with its nearest neighbour', async () => {
    const slides = `# One <Figure id="fibre-sped" />\n\n${NOTE}\n\n---\n\n# Two\n\n${NOTE}\n`
    expect(await findingsOf({ 'slides.md': slides })).toBe(
      'slides.md:1 (slide 1) [id] There is no figure "fibre-sped" in @five-pillars/content. Did you mean "fibre-speed"?',
    )
  })

  test('of a pair, a row or a question is named too', async () => {
    const shown = `<Contradiction id="no-global-clok" />

<MatrixRows :ids="['busy-server', 'two-truths']" />

<ReviewQuestions pillar="work" :ids="['work-wen-full']" />`
    const slides = `# One\n\n${shown}\n\n${NOTE}\n\n---\n\n# Two\n\n${NOTE}\n`
    expect(await findingsOf({ 'slides.md': slides })).toBe(
      `slides.md:1 (slide 1) [id] There is no contradiction "no-global-clok" in @five-pillars/content. Did you mean "no-global-clock"?
slides.md:1 (slide 1) [id] There is no nightmare "busy-server" in @five-pillars/content. Did you mean "busy-servers"?
slides.md:1 (slide 1) [id] There is no review question "work-wen-full" in @five-pillars/content. Did you mean "work-when-full"?`,
    )
  })
})
