import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

import { writeStaticDeck } from './testing/static-deck.ts'

const EXIT_LIMIT_MS = 20_000
const CHECK_AS_PROCESS = `
  const { checkDecks } = await import(process.argv[1])
  const [, , dir, browser] = process.argv
  await checkDecks({ decks: [{ id: 'talk', dir }], browser }).catch((error) => {
    console.log(error.message)
  })
`

test('nothing keeps the process alive when there is no browser', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'five-pillars-alive-'))
  const { folder } = await writeStaticDeck(root, [{ id: '001-01', html: '<h1>Work</h1>' }])
  const index = new URL('index.ts', import.meta.url).href
  const args = ['--input-type=module', '--eval', CHECK_AS_PROCESS, index, folder, '/no/chrome']
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: EXIT_LIMIT_MS })
  await rm(root, { recursive: true })
  expect(stdout).toBe('There is no browser at "/no/chrome", which --browser names.\n')
})
