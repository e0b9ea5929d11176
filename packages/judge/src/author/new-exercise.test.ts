import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

import { formatGates } from '../format/format-gates.ts'
import { authorCheck } from './author-check.ts'
import { newExercise, titleOf } from './new-exercise.ts'

const LONG = { timeout: 120_000 } as const
const repository = path.resolve(import.meta.dirname, '../../../..')
const packageSchema = z.object({ devDependencies: z.record(z.string(), z.string()) })

/** The shortest and the longest name: no formatter may break a line of either. */
const slugs = ['q', 'phi-accrual-detector-two']

let root = ''
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'new exercise '))
  for (const file of ['.oxfmtrc.json', '.oxlintrc.json']) {
    await cp(path.join(repository, file), path.join(root, file))
  }
  for (const slug of slugs) await make(slug)
})
afterAll(() => rm(root, { recursive: true }))

async function make(slug: string): Promise<readonly string[]> {
  const files = await newExercise({
    exercisesDir: path.join(root, 'exercises'),
    pillar: 'truth',
    slug,
  })
  await install(folderOf(slug))
  return files
}

function folderOf(slug: string): string {
  return path.join(root, 'exercises', 'truth', slug)
}

/** Links what the package asks for, as an installation would. */
async function install(folder: string): Promise<void> {
  const text = await readFile(path.join(folder, 'package.json'), 'utf8')
  for (const name of Object.keys(packageSchema.parse(JSON.parse(text)).devDependencies)) {
    const own = name.replace('@five-pillars/', '')
    const from = own === name ? `packages/judge/node_modules/${name}` : `packages/${own}`
    const link = path.join(folder, 'node_modules', name)
    await mkdir(path.dirname(link), { recursive: true })
    await symlink(path.join(repository, from), link, 'junction')
  }
}

/** Runs one of the repository's tools in the folder of the copy. */
function tool(file: string, args: readonly string[], cwd = root): string {
  const tsgolint = path.join(repository, 'node_modules/oxlint-tsgolint/bin/tsgolint.js')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(repository, 'node_modules', file), ...args],
    { cwd, encoding: 'utf8', env: { ...process.env, OXLINT_TSGOLINT_PATH: tsgolint } },
  )
  return status === 0 ? 'clean' : `${stdout}${stderr}`
}

describe('a new exercise', () => {
  test('is formatted, linted and typed as it is, whatever its name', LONG, () => {
    expect(tool('oxfmt/bin/oxfmt', ['--check'])).toBe('clean')
    const own = ['--ignore-pattern', '**/node_modules/**']
    expect(tool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', ...own])).toBe('clean')
    for (const slug of slugs) {
      expect(tool('typescript/bin/tsc', ['--noEmit'], folderOf(slug))).toBe('clean')
    }
  })

  test('does not pass its gates, and is told what to write next', LONG, async () => {
    const report = await authorCheck({ exerciseDir: folderOf('q'), seeds: 20 })
    expect(formatGates({ ...report, ms: 0 }, { columns: 100, color: false }))
      .toMatchInlineSnapshot(`
      "✗ q  6 of 14 gates not passed, in 0.0 s

        ✓ The starter compiles, says TODO and passes neither suite
        ✓ The reference passes both suites
        ✓ The manifest lists the tests that the suite has
        ✗ The reference and 2 other solutions pass 20 seeds
          – there is 1 alternative, and 2 are needed: write another one in hidden/alternatives, and list
            it in hidden/manifest.ts and hidden/subjects.ts
        ✓ Every mutant breaks the promise that is named for it
        ✗ At least 2 mutants pass the visible suite
          – 1 of 1 pass it: write a mistake in hidden/mutants that it does not see, and list it in
            hidden/manifest.ts and hidden/subjects.ts
        ✓ The same seed gives the same verdict
        ✓ No suite takes over 5 s
        ✓ With the border and without it subjects get the same
        ✗ Nothing of the template is left
          – README.md:3 write what went wrong one day, in three sentences, and what the learner writes so
            that it does not
          – README.md:7 write the parts, the minutes that three people took, and the lines of
            hidden/solution
          – README.md:22 write the promises of hidden/manifest.ts, in words that leave nothing open
          – README.md:34 write limits, empty cases, ties, odd ids: whatever a hidden test touches and a
            learner could ask
          – hints.md:7 write a question for each part that leads to the idea
          – hints.md:11 write the idea of each part in a few sentences, without code
          – hints.md:15 write the steps of each part, nearly as code
          – src/q.ts:1 write the types a learner needs, and a function with a TODO for each thing to write
          – test/q.test.ts:4 write one or two open tests a part; at least two mutants must pass all of
            them
          – hidden/alternatives/complement.ts:1 write another correct solution, in a style that the
            reference has not
          – hidden/manifest.ts:1 write your parts, promises and tests; safety carries 60 of the 100 points
            at most
          – hidden/mutants/two-further.ts:1 write a mistake that people really make; it dies at the
            promise that the manifest names for it
          – hidden/solution/q.ts:1 write the reference, as you would show it to somebody who has solved
            the exercise
          – hidden/suite/checks.ts:10 write a check for each promise, which throws the story of what
            happened, never a diff
        ✓ Every hidden file carries its sentinel
        ✗ What learners read is what was reviewed
          – hidden/golden/verdicts.txt is missing: npx five-pillars author check q --update
        ✗ Of the mutants of StrykerJS 90 % die, the others have a reason
          – hidden/stryker.json is missing: npx five-pillars author check q --deep
        ✗ The kill matrix in exercises/README.md is this one
          – it has none for q: npx five-pillars author check q --update
      "
    `)
  })
})

describe('making one', () => {
  test('gives it the files of an exercise, named after it', async () => {
    const files = await make('token-bucket')
    expect(files.join('\n')).toMatchInlineSnapshot(`
      "README.md
      brief.json
      hidden/alternatives/complement.ts
      hidden/authors/token-bucket.test.ts
      hidden/manifest.ts
      hidden/mutants/two-further.ts
      hidden/solution/token-bucket.ts
      hidden/subjects.ts
      hidden/suite/checks.ts
      hidden/suite/token-bucket.test.ts
      hints.md
      package.json
      src/token-bucket.ts
      test/token-bucket.test.ts
      tsconfig.json
      turbo.json
      vitest.config.ts"
    `)
    const brief = await readFile(path.join(folderOf('token-bucket'), 'README.md'), 'utf8')
    expect(brief).toMatch(/^# Token bucket\n/)
    expect(brief).toContain('npx five-pillars judge token-bucket`)')
  })

  test('leaves nothing behind where it cannot be made', async () => {
    await mkdir(path.join(root, 'full'))
    await writeFile(path.join(root, 'full', 'truth'), 'a file, not a folder')
    const made = newExercise({ exercisesDir: path.join(root, 'full'), pillar: 'truth', slug: 'q' })
    await expect(made).rejects.toThrow(/^The exercise cannot be made: .*truth\/q\n/)
    expect(await readdir(path.join(root, 'full'))).toEqual(['truth'])
  })

  test('never replaces one that is there', async () => {
    await expect(make('q')).rejects.toThrow('The exercise cannot be made')
    expect(await readdir(path.join(root, 'exercises'))).toEqual(['truth'])
  })
})

test('a title is the words of the slug', () => {
  expect([titleOf('quorum'), titleOf('token-bucket')]).toEqual(['Quorum', 'Token bucket'])
})
