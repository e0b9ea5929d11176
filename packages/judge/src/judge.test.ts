import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { checkOpen } from './check-open.ts'
import { formatVerdict } from './format/format-verdict.ts'
import { verdictJson } from './format/verdict-json.ts'
import { judge } from './judge.ts'
import { verdictSchema } from './verdict.ts'

const exerciseDir = path.resolve(import.meta.dirname, '../fixtures/tally')
const solution = path.join(exerciseDir, 'hidden/solution/tally.ts')
const LONG = { timeout: 60_000 } as const

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'judge ünter '))
})
afterEach(() => rm(folder, { recursive: true }))

async function write(source: string): Promise<string> {
  const file = path.join(folder, 'mine.ts')
  await writeFile(file, source)
  return file
}

describe('judge', () => {
  test('a verdict in JSON keeps the published format', LONG, async () => {
    const verdict = await judge({ exerciseDir, submission: solution })
    expect(verdictSchema.parse(JSON.parse(verdictJson(verdict)))).toEqual(verdict)
    expect(verdict).toMatchObject({ state: 'passed', points: 12, total: 12, mode: 'judged' })
  })

  test(
    'a hanging submission gets its verdict in ten seconds, with the test it hung in',
    LONG,
    async () => {
      const submission = await write('export const createTally = () => { for (;;) {} }')
      const verdict = await judge({ exerciseDir, submission })
      expect(verdict.ms).toBeLessThan(10_000)
      const hung = verdict.tests.filter((each) => each.state === 'timeout')
      expect(hung.map((each) => each.id)).toEqual(['tally > a word is counted as often as it came'])
    },
  )

  test('what was logged is shown with its test, cut to 500 characters', LONG, async () => {
    const submission = await write(
      "console.log('loading')\n" +
        "export const createTally = () => { console.log('x'.repeat(1000)); throw new Error('no') }",
    )
    const verdict = await judge({ exerciseDir, submission })
    expect(verdict.console).toEqual(['loading'])
    expect(verdict.tests[0]?.console[0]).toBe(`${'x'.repeat(499)}…`)
  })

  test('a place in the file is the one the learner knows', LONG, async () => {
    const submission = await write(
      'interface Word { text: string }\n\nenum Start { Zero }\n\n' +
        'export function createTally(onNew: (word: string) => void) {\n' +
        '  const word: Word | null = null\n  return word.text + Start.Zero\n}\n',
    )
    const verdict = await judge({ exerciseDir, submission })
    expect(verdict.frames).toEqual(['src/tally.ts:7:15'])
  })

  test('the same seed tells the same story', LONG, async () => {
    const submission = path.join(exerciseDir, 'hidden/mutants/last-word.ts')
    const judged = () => judge({ exerciseDir, submission, seed: 7, runs: 500 })
    const [first, again] = await Promise.all([judged(), judged()])
    expect(first).toMatchObject({ state: 'failed', seed: 7, runs: 500 })
    expect(again.got).toBe(first.got)
  })
})

describe('checkOpen', () => {
  test('the visible suite is checked and nothing is graded', LONG, async () => {
    const submission = path.join(exerciseDir, 'hidden/mutants/last-word.ts')
    const verdict = await checkOpen({ exerciseDir, subject: submission })
    expect(verdict).toMatchObject({ state: 'passed', mode: 'open', points: 0, total: 0 })
    expect(verdict.tests).toHaveLength(2)
  })

  test.each([
    [
      'is not there',
      'export const creatTally = () => {}; export const more = 1',
      'src/tally.ts does not export createTally: it exports creatTally, more.',
    ],
    [
      'is no function',
      'export const createTally = 7',
      'createTally is exported, but it is not a function: number.',
    ],
    [
      'is there, and gives something else',
      'export const createTally = () => ({})',
      'tally.add is not a function',
    ],
  ])('an export that %s is told in the words of the learner', LONG, async (_, source, got) => {
    const verdict = await checkOpen({ exerciseDir, subject: await write(source) })
    expect(verdict.got).toBe(got)
    const isMissing = !got.startsWith('tally')
    expect(verdict.state).toBe(isMissing ? 'missing-export' : 'failed')
  })

  test('of a file of which nothing ran, no number of checks is said', LONG, async () => {
    for (const source of ['export const = 1', "throw new Error('no')"]) {
      const verdict = await checkOpen({ exerciseDir, subject: await write(source) })
      const [title] = formatVerdict(verdict, { columns: 80, color: false }).split('\n')
      expect(title).toBe(`✗ tally  ${verdict.state}`)
    }
  })
})
