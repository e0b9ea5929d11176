import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { expect, test } from 'vitest'

import { readSlides } from './read-slides.ts'

test('a slide has its number, its title, what is read and what is said', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'slides ö '))
  await writeFile(
    path.join(dir, 'slides.md'),
    [
      '---\nlayout: default\n---\n\n# A queue buys *time*\n',
      'Not <b>throughput</b>: <Figure id="knight-loss" /> <QueueBars :step="$clicks > 1" />',
      '\n```ts\nconst hidden = 1\n```\n\n<!--\nTime: 1 min\n\nThe line [click] grows.\n-->\n',
      '\n---\nlayout: question\nquestion: Who drowns first?\noptions:\n  - A\n  - B\n---\n',
      '\n---\nlayout: statement\n---\n\nAgreement is slow.\n',
    ].join('\n'),
  )
  const slides = await readSlides(dir)
  await rm(dir, { recursive: true })
  expect(slides).toEqual([
    {
      no: 1,
      title: 'A queue buys time',
      text: 'Not throughput: > $460 million',
      note: 'The line grows.',
    },
    { no: 2, title: 'Who drowns first?', text: 'Who drowns first? A B', note: '' },
    { no: 3, title: 'Agreement is slow.', text: 'Agreement is slow.', note: '' },
  ])
})
