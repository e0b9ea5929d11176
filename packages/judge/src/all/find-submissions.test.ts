import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { findSubmissions } from './find-submissions.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'class ü '))
})
afterEach(() => rm(folder, { recursive: true }))

async function put(...files: string[]): Promise<void> {
  for (const file of files) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await writeFile(path.join(folder, file), '')
  }
}

async function found(only?: string) {
  const { submissions, strangers } = await findSubmissions(folder, ['quorum', 'tally'], only)
  return { learners: submissions.map(({ learner, slug }) => `${learner} ${slug}`), strangers }
}

test('files are named after their exercise, and their folder is the learner', async () => {
  await put('ada/tally.ts', 'ada/quorum.ts', 'group 1/bob/tally.ts', 'ada/notes.ts', 'ada/a.txt')
  expect(await found()).toEqual({
    learners: ['ada quorum', 'ada tally', 'group 1/bob tally'],
    strangers: ['ada/notes.ts'],
  })
})

test('with an exercise each file is a learner', async () => {
  await put('ada.ts', 'bob/tally.ts', 'group 1/eve.ts')
  expect(await found('tally')).toEqual({
    learners: ['ada tally', 'bob tally', 'group 1/eve tally'],
    strangers: [],
  })
})

test('packages and hidden folders are nobody’s submission', async () => {
  await put('ada/node_modules/tally.ts', 'ada/.git/tally.ts', 'ada/tally.d.ts')
  expect(await found()).toEqual({ learners: [], strangers: [] })
})
