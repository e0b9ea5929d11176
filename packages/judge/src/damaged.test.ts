import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { authorCheck } from './author/author-check.ts'
import { checkOpen } from './check-open.ts'
import { judge } from './judge.ts'
import { JudgeError } from './judge-error.ts'

const NEVER = "import { describe } from 'vitest'\ndescribe('a', () => new Promise(() => {}))"
const LONG = { timeout: 60_000 } as const

let folder = ''
let exerciseDir = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'damaged '))
  exerciseDir = path.join(folder, 'tally')
  await cp(path.resolve(import.meta.dirname, '../fixtures/tally'), exerciseDir, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

function at(file: string): string {
  return path.join(exerciseDir, file)
}

/** What the judge says to a correct submission, with the folder left out. */
async function said(
  judging = () => judge({ exerciseDir, submission: solution(), testTimeoutMs: 1000 }),
) {
  const error: unknown = await judging().catch((thrown: unknown) => thrown)
  if (!(error instanceof JudgeError)) throw new Error('the exercise is taken for a sound one')
  return `${error.code} ${error.message}`.replaceAll(exerciseDir, '…')
}

function solution(): string {
  return at('hidden/solution/tally.ts')
}

describe('a damaged exercise is the author’s error', () => {
  test.each(['hidden/suite', 'hidden/manifest.ts'])('without %s', LONG, async (what) => {
    await rm(at(what), { recursive: true })
    expect(await said()).toMatch(/^no-(suite|manifest) .*: …\/hidden\/(suite|manifest\.ts)$/)
  })

  test('with a suite that has no test file, or one without a test', LONG, async () => {
    await rm(at('hidden/suite/top.test.ts'))
    await writeFile(at('hidden/suite/tally.test.ts'), 'export {}')
    expect(await said()).toBe(
      'broken-suite The suite of the exercise fails before any test: …/hidden/suite/tally.test.ts\n' +
        'Error: There is no test in it.',
    )
    await rm(at('hidden/suite/tally.test.ts'))
    expect(await said()).toBe('no-suite The exercise has no tests in this folder: …/hidden/suite')
  })

  test('with a manifest that breaks its rules, or cannot be read', LONG, async () => {
    const manifest = await readFile(at('hidden/manifest.ts'), 'utf8')
    await writeFile(at('hidden/manifest.ts'), manifest.replace("slug: 'tally'", "slug: ''"))
    expect(await said()).toMatch(/^bad-manifest .*: …\/hidden\/manifest\.ts\n.*\n.*manifest\.slug$/)
  })

  test.each([
    ['an error of syntax', 'const = 3', 'bad-suite', 'Unexpected token'],
    ['an import that is not there', "import './nowhere.ts'", 'bad-suite', './nowhere.ts'],
    [
      'a name that is not there',
      "import { nobody } from './tally.test.ts'\nnobody()",
      'bad-suite',
      'nobody',
    ],
    ['a package that is not there', "import 'left-pad'", 'bad-suite', 'left-pad'],
    ['an error while it is collected', "throw new Error('no table')", 'broken-suite', 'no table'],
    ['an endless loop', 'for (;;) {}', 'broken-suite', 'It does not come to an end by itself.'],
    ['a wait for nothing', NEVER, 'broken-suite', 'It does not come to an end by itself.'],
  ])('with %s in its suite', LONG, async (_, code, problem, reason) => {
    await writeFile(at('hidden/suite/top.test.ts'), code)
    const text = await said()
    expect(text).toMatch(new RegExp(`^${problem} `))
    expect(text).toContain('…/hidden/suite')
    expect(text).toContain(reason)
    expect(text).not.toContain('\u001b')
  })

  test('with a visible suite that fails before any test', LONG, async () => {
    await writeFile(at('test/tally.test.ts'), "throw new TypeError('no table')")
    expect(await said(() => checkOpen({ exerciseDir, subject: solution() }))).toBe(
      'broken-suite The suite of the exercise fails before any test: …/test/tally.test.ts\n' +
        'TypeError: no table',
    )
  })

  test('with a mutant that does not compile, or is not there', LONG, async () => {
    await writeFile(at('hidden/mutants/capped.ts'), 'export const a = 1\nexport const b = ;\n')
    expect(await said(() => authorCheck({ exerciseDir }).then(neverJudged))).toBe(
      'bad-program A program of the author cannot be loaded: …/hidden/mutants/capped.ts\n' +
        'Unexpected token: export const b = ;\nat hidden/mutants/capped.ts:2:18',
    )
    await rm(at('hidden/mutants/capped.ts'))
    expect(await said(() => authorCheck({ exerciseDir }).then(neverJudged))).toContain(
      'There is no file hidden/mutants/capped.ts.',
    )
  })
})

function neverJudged(): never {
  throw new Error('no report is made of a damaged exercise')
}

describe('what a submission does to a suite that asks it too early is its own', () => {
  const early = "import * as subject from '#subject'\nsubject.createTally().add('early')"

  test.each([
    ['an error', "throw new Error('mine')", 'threw'],
    ['nothing at all', 'throw null', 'threw'],
    ['an endless loop', 'for (;;) {}', 'timeout'],
  ])('%s', LONG, async (_, body, state) => {
    await writeFile(at('hidden/suite/top.test.ts'), early)
    const submission = path.join(folder, 'mine.ts')
    await writeFile(submission, `export const createTally = () => { ${body} }`)
    expect(await judge({ exerciseDir, submission })).toMatchObject({ state })
  })

  test('an export that is not there', LONG, async () => {
    await writeFile(at('hidden/suite/top.test.ts'), early)
    const submission = path.join(folder, 'mine.ts')
    await writeFile(submission, 'export const other = 1')
    expect(await judge({ exerciseDir, submission })).toMatchObject({ state: 'missing-export' })
  })
})
