import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { beforeEach, expect, test } from 'vitest'

import { playGameDay } from './play-game-day.ts'
import type { ShopPart } from './play-game-day.ts'

let folder: string

/** A shop whose day is one call of each part. */
const shop = `
export async function gameDay({ tuning, parts }, { seed, replaced, isRecorded }) {
  let stopped = null
  try { parts.loadBalancer.balance(tuning.workers); parts.quorum.count() } catch (error) {
    stopped = { incident: 'crash', text: error.message }
  }
  const incident = { id: 'crash', title: 'Crash', inTime: seed, slow: 0, failed: 0, recoveryMs: 0,
    lost: 0, pages: 0, scaleChanges: 0 }
  const score = { total: 1, earned: 1, inTime: 1, recovery: 0, scaling: 0, pages: 0, replaced }
  return { sheet: { seed, incidents: [incident], stopped, lost: 0, pages: 0, scaleChanges: 0 },
    score, trace: isRecorded ? { events: [] } : null }
}`

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'game-day-'))
  await file('game-day/scenario.ts', shop)
  await file('game-day/src/game-day.ts', 'export const tuning: object = { workers: 3 }')
  await file(
    'load-balancer/src/load-balancer.ts',
    'export function balance(n: number) { return n }',
  )
  await file('quorum/src/quorum.ts', 'export const count = (): number => 2')
})

async function file(name: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
  await writeFile(path.join(folder, name), text)
}

function play(parts: readonly Partial<ShopPart>[] = []): ReturnType<typeof playGameDay> {
  const own = ['load-balancer', 'quorum'].map((slug, nth) => {
    return { slug, exerciseDir: path.join(folder, slug), ...parts[nth] }
  })
  return playGameDay({ exerciseDir: path.join(folder, 'game-day'), parts: own, seed: 7 })
}

const starter = `export function count() { throw new Error('count is not written yet: part 1') }`

test('five files are one shop', async () => {
  expect(await play()).toMatchObject({
    kind: 'played',
    sheet: { seed: 7, stopped: null },
    replaced: [],
    trace: null,
  })
})

test('the reference stands in for a starter, where there is one', async () => {
  await file('quorum/src/quorum.ts', starter)
  await file('quorum/hidden/solution/quorum.ts', 'export const count = () => 2')
  expect(await play()).toMatchObject({
    kind: 'played',
    replaced: ['quorum'],
    score: { replaced: 1 },
  })
})

test('in a kit a missing part is named', async () => {
  await file('quorum/src/quorum.ts', starter)
  expect(await play()).toEqual({
    kind: 'refused',
    text: 'The part "quorum" is not written yet.',
    fix: 'Run: npx five-pillars check quorum',
  })
})

test("another team's part takes its place", async () => {
  await file('theirs.ts', "export const count = () => { throw new Error('theirs') }")
  expect(await play([{}, { file: path.join(folder, 'theirs.ts') }])).toMatchObject({
    sheet: { stopped: { text: 'theirs' } },
  })
})

test('what is wrong with the file of somebody else is theirs to mend', async () => {
  await file('theirs.ts', 'export const count = ;')
  expect(await play([{}, { file: path.join(folder, 'theirs.ts') }])).toMatchObject({
    kind: 'refused',
    fix: 'Mend it, or leave out --part quorum=…',
  })
})

test('a shop without tuning says so itself', async () => {
  await file('game-day/src/game-day.ts', 'export const values = {}')
  expect(await play()).toMatchObject({ sheet: { stopped: { text: expect.any(String) } } })
})

test.for([
  ['export const count = () => { for (;;); }', 'endless loop'],
  ['export const count = ;', 'quorum'],
  ["import fs from 'node:fs'\nexport const count = () => fs", 'imports "node:fs"'],
  ["throw new Error('not today')", 'A part does not load: not today'],
] as const)('%s: refused', { timeout: 20_000 }, async ([text, why]) => {
  await file('quorum/src/quorum.ts', text)
  expect(await play()).toMatchObject({ kind: 'refused', text: expect.stringContaining(why) })
})
