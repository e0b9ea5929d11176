import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { mutantsOf } from './mutants-of.ts'
import { scoreGate } from './score-gate.ts'
import { scoreFile, storedScore } from './score.ts'

const tally = path.resolve(import.meta.dirname, '../../../fixtures/tally')

let copy = ''
beforeEach(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'stryker '))
  await cp(tally, copy, { recursive: true })
})
afterEach(() => rm(copy, { recursive: true }))

async function findings(): Promise<string[]> {
  return (await scoreGate(copy, 'tally')).findings
}

test('a stored score of the present solution and suite passes', async () => {
  expect(await findings()).toEqual([])
})

test('line ends of another system change nothing', async () => {
  const file = path.join(copy, 'hidden/solution/tally.ts')
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('\n', '\r\n'))
  expect(await findings()).toEqual([])
})

test('a change of the suite or the solution makes it stale', async () => {
  const file = path.join(copy, 'hidden/suite/tally.test.ts')
  await writeFile(file, `${await readFile(file, 'utf8')}\n// another suite\n`)
  expect(await findings()).toEqual([
    expect.stringContaining('of another solution or suite: npx five-pillars author check tally'),
  ])
})

test('too few that die, and a survivor without a reason, are found', async () => {
  const score = await storedScore(copy)
  const survivors = [{ key: 'A: b → c', line: 7, reason: ' ' }]
  await writeFile(scoreFile(copy), JSON.stringify({ ...score, killed: 1, survivors }))
  expect(await findings()).toEqual(['4 % of 22 die', 'no reason for line 7: A: b → c'])
})

test('no score at all says how to get one', async () => {
  await rm(scoreFile(copy))
  expect(await findings()).toEqual([
    'hidden/stryker.json is missing: npx five-pillars author check tally --deep',
  ])
})

test('mutants are named by what they change, whatever line they stand in', async () => {
  const source = 'export const isSmall = (n: number) => n < 3\n'
  const { mutants, sourceOf } = await mutantsOf('a.ts', source)
  const moved = await mutantsOf('a.ts', `\n\n${source}`)
  expect(mutants.map(({ key }) => key)).toContain('EqualityOperator: n < 3 → n <= 3')
  expect(moved.mutants.map(({ key }) => key)).toEqual(mutants.map(({ key }) => key))
  expect(moved.mutants[0]?.line).toBe((mutants[0]?.line ?? 0) + 2)
  expect(sourceOf('0')).toMatch(/^globalThis\.__stryker__ = \{ activeMutant: "0" \};\n/)
})
