import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { injectPreparserExtensionLoader, load } from '@slidev/parser/fs'
import type { SlidevPreparserExtension } from '@slidev/types'
import { afterAll, expect, test } from 'vitest'

import { titleExtension } from '../frame/title-extension.ts'
import { CutTooShort } from './choose-cut.ts'
import { cutDeck } from './cut-deck.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'cut deck '))
afterAll(() => rmSync(folder, { recursive: true }))

mkdirSync(path.join(folder, 'pages'))
writeFileSync(
  path.join(folder, 'slides.md'),
  `---
layout: cover
duration: 9min
priority: must
---

# Opening

<!-- Time: 1 min -->

---
src: ./pages/middle.md
---

---
layout: sources
---

<!-- Time: 0.5 min -->
`,
)
writeFileSync(
  path.join(folder, 'pages/middle.md'),
  `---
priority: could
---

# An aside

<!-- Time: 2.5 min -->

---
priority: should
---

# The proof

<!-- Time: 3 min -->

---
layout: question
question: Who has it?
priority: should
---

<!-- Time: 2 min -->
`,
)

test.for([
  { minutes: 9, used: 9, dropped: [] },
  { minutes: 7, used: 6.5, dropped: ['An aside'] },
  { minutes: 5, used: 4.5, dropped: ['An aside', 'Who has it?'] },
  { minutes: 2, used: 1.5, dropped: ['An aside', 'The proof', 'Who has it?'] },
])('a talk of $minutes minutes leaves out $dropped', async ({ minutes, used, dropped }) => {
  const cut = await cutDeck(folder, minutes)
  expect(cut).toMatchObject({ minutes: used, slides: 5 - dropped.length, dropped })
  const { slides, headmatter } = await loadWith(cut.extension)
  const all = ['Opening', 'An aside', 'The proof', 'Who has it?', 'Sources']
  expect(slides.map(({ source }) => source.title)).toEqual(
    all.filter((title) => !dropped.includes(title)),
  )
  expect(headmatter).toMatchObject({ duration: `${minutes}min` })
})

test('what is shorter than the musts is refused', async () => {
  await expect(cutDeck(folder, 1)).rejects.toThrow(CutTooShort)
})

async function loadWith(extension: SlidevPreparserExtension): ReturnType<typeof load> {
  injectPreparserExtensionLoader(async () => [extension, titleExtension])
  try {
    return await load({ roots: [folder], userRoot: folder }, path.join(folder, 'slides.md'))
  } finally {
    injectPreparserExtensionLoader(async () => [])
  }
}
