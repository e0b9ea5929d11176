import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { handoutPageOf } from '../check/handout-page.ts'
import { handoutsIn } from './handouts.ts'
import { temporaryKit } from './temporary-kit.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'export ü '))
afterAll(() => rmSync(folder, { recursive: true }))
for (const name of ['truth-handout.pdf', 'work-handout.pdf', 'work.pdf', 'notes.txt']) {
  writeFileSync(path.join(folder, name), name)
}

/** Each of these papers has one heading, on page 3: its own name. */
const pagesOf = async (pdf: Uint8Array): Promise<ReadonlyMap<string, number>> =>
  new Map([[Buffer.from(pdf).toString(), 3]])

test('handouts are packed with the page of each of their headings, which a kit finds again', async () => {
  const files = await handoutsIn({ folder, pagesOf })
  expect([...files.keys()]).toEqual([
    'handouts/truth-handout.pdf',
    'handouts/work-handout.pdf',
    'handouts/pages.json',
  ])
  await using temporary = await temporaryKit()
  const { kit } = temporary
  for (const [name, bytes] of files) await kit.disk.write(path.join(kit.root, name), bytes)
  expect(await handoutPageOf(kit, { deck: 'work', slide: 'work-handout.pdf' })).toEqual({
    file: 'handouts/work-handout.pdf',
    page: 3,
  })
})

test('where nothing was exported, nothing is packed', async () => {
  expect(await handoutsIn(undefined)).toEqual(new Map())
  expect(await handoutsIn({ folder: path.join(folder, 'gone'), pagesOf })).toEqual(new Map())
})
