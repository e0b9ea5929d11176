import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { judge } from './judge.ts'

const fixtures = path.resolve(import.meta.dirname, '../fixtures')
const exerciseDir = path.join(fixtures, 'tally')
const right = await readFile(path.join(exerciseDir, 'hidden/solution/tally.ts'), 'utf8')
const rightCore = right.slice(0, right.indexOf('export function mostFrequent'))
const wrong = 'export const createTally = () => ({ add() {}, count: () => 0, words: () => [] })'

interface Program {
  name: string
  state: string
  /** Every test passed: what spoils the verdict happened beside them. */
  allPoints: boolean
  source: string
}

const files = (await readdir(path.join(fixtures, 'corpus'))).filter((file) => file.endsWith('.txt'))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'judge-corpus-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe.concurrent.each(files)('%s', async (file) => {
  const programs = programsIn(await readFile(path.join(fixtures, 'corpus', file), 'utf8'))

  test.each(programs)(
    '$name: $state',
    { timeout: 90_000 },
    async ({ name, state, allPoints, source }) => {
      const submission = path.join(folder, `${file}-${name.replaceAll(/\W+/g, '-')}.ts`)
      await writeFile(submission, source)
      const verdict = await judge({ exerciseDir, submission })
      const { got, points, total } = verdict
      expect({ got, state: verdict.state, allPoints: points === total }).toEqual({
        got,
        state,
        allPoints,
      })
    },
  )
})

function programsIn(text: string): Program[] {
  const [, ...parts] = text.replaceAll('\r\n', '\n').split(/^=== /m)
  return parts.map((part) => {
    const [head = '', ...lines] = part.split('\n')
    const [outcome = '', name = ''] = head.split(': ', 2)
    const [state = '', extra] = outcome.split(', ')
    const source = lines
      .join('\n')
      .replace('<right>', () => rightCore)
      .replace('<wrong>', () => wrong)
      .replace('<deep>', () => '['.repeat(100_000))
    return { name, state, allPoints: state === 'passed' || extra === 'all points', source }
  })
}
