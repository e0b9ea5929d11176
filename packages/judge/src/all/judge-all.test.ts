import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { verdictSchema } from '../verdict.ts'
import { findSubmissions } from './find-submissions.ts'
import { judgeAll } from './judge-all.ts'

const tally = path.resolve(import.meta.dirname, '../../fixtures/tally')
const LONG = { timeout: 60_000 } as const

const programs = {
  ada: await readFile(path.join(tally, 'hidden/solution/tally.ts'), 'utf8'),
  bob: await readFile(path.join(tally, 'hidden/mutants/last-word.ts'), 'utf8'),
  eve: 'export const createTally = () => { for (;;) {} }',
  '=mallory': 'export const createTally = () => { process.exit(0) }',
}

let folder = ''
let out = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'judge all '))
  out = path.join(folder, 'results')
  for (const [learner, source] of Object.entries(programs)) {
    await mkdir(path.join(folder, 'class', learner), { recursive: true })
    await writeFile(path.join(folder, 'class', learner, 'tally.ts'), source)
  }
})
afterEach(() => rm(folder, { recursive: true }))

async function all(where = out) {
  const { submissions } = await findSubmissions(path.join(folder, 'class'), ['tally'])
  const { judged } = await judgeAll({ submissions, exerciseDir: () => tally, out: where })
  return judged.map(({ submission, verdict, isKept }) => {
    return [submission.learner, verdict.state, isKept] as const
  })
}

test('each submission gets its verdict, whatever the others do', LONG, async () => {
  expect(await all()).toEqual([
    ['=mallory', 'forbidden', false],
    ['ada', 'passed', false],
    ['bob', 'failed', false],
    ['eve', 'timeout', false],
  ])
  const text = await readFile(path.join(out, 'ada', 'tally.json'), 'utf8')
  expect(verdictSchema.parse(JSON.parse(text)).state).toBe('passed')
  const csv = await readFile(path.join(out, 'summary.csv'), 'utf8')
  expect(csv.split('\r\n').map((line) => line.split(',').slice(0, 3).join())).toEqual([
    'learner,exercise,state',
    "'=mallory,tally,forbidden",
    'ada,tally,passed',
    'bob,tally,failed',
    'eve,tally,timeout',
    '',
  ])
  expect(await readFile(path.join(out, 'summary.md'), 'utf8')).toContain('| ada | ✓ 12 | 12 |')
})

test('what was judged before is not judged again, unless it has changed', LONG, async () => {
  await all()
  await writeFile(path.join(folder, 'class', 'bob', 'tally.ts'), programs.ada)
  await writeFile(path.join(out, 'eve', 'tally.json'), '{ "half of a')
  expect(await all()).toEqual([
    ['=mallory', 'forbidden', true],
    ['ada', 'passed', true],
    ['bob', 'passed', false],
    ['eve', 'timeout', false],
  ])
})

test('a damaged exercise costs nobody a point, and the others go on', LONG, async () => {
  const damaged = path.join(folder, 'quorum')
  await cp(tally, damaged, { recursive: true })
  await rm(path.join(damaged, 'hidden', 'suite'), { recursive: true })
  await writeFile(path.join(folder, 'class', 'ada', 'quorum.ts'), programs.ada)
  const { submissions } = await findSubmissions(path.join(folder, 'class'), ['quorum', 'tally'])
  const exerciseDir = (slug: string) => (slug === 'tally' ? tally : damaged)
  const { judged, notJudged } = await judgeAll({ submissions, exerciseDir, out })
  expect(judged).toHaveLength(4)
  expect(notJudged.map(({ error }) => error.code)).toEqual(['no-suite'])
  const csv = await readFile(path.join(out, 'summary.csv'), 'utf8')
  expect(csv).toContain('ada,quorum,not judged,,,The exercise has no tests in this folder,\r\n')
  const summary = await readFile(path.join(out, 'summary.md'), 'utf8')
  expect(summary).toContain('| ada | not judged | ✓ 12 | 12 |')
  expect(summary).toMatch(
    /## Damaged exercises\n\n- quorum, 1 not judged: The exercise has no tests/,
  )
  expect(await readdir(path.join(out, 'ada'))).toEqual(['tally.json'])
})

test('where nothing can be written, it says so and leaves nothing half', LONG, async () => {
  await writeFile(path.join(folder, 'taken'), 'a file, not a folder')
  await expect(all(path.join(folder, 'taken', 'results'))).rejects.toThrow(
    /A result cannot be written: .*\n/,
  )
  expect(await readdir(folder)).toEqual(['class', 'taken'])
})
