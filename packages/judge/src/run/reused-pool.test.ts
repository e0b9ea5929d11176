import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import { judge } from '../judge.ts'
import type { Pool } from './pool.ts'
import { createReusedPool } from './reused-pool.ts'

const exerciseDir = path.resolve(import.meta.dirname, '../../fixtures/tally')
const right = await readFile(path.join(exerciseDir, 'hidden/solution/tally.ts'), 'utf8')

let folder = ''
let pool: Pool
/** The processes in which subjects ran, in their order. */
let pids: (number | undefined)[] = []
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reused '))
})
beforeEach(() => {
  const reused = createReusedPool()
  pids = []
  pool = {
    ...reused,
    async take() {
      const child = await reused.take()
      pids.push(child.pid)
      return child
    },
  }
})
afterEach(() => pool.close())
afterAll(() => rm(folder, { recursive: true }))

async function stateOf(source: string): Promise<string> {
  const submission = path.join(folder, 'tally.ts')
  await writeFile(submission, source)
  return (await judge({ exerciseDir, submission, pool })).state
}

test('a subject runs where another one was, and meets nothing of it', async () => {
  const leaves = `Object.prototype.left = 1
    Array.prototype.map = () => []
    globalThis.left = 1
    ${right}`
  const looks = `if ('left' in globalThis || 'left' in {}) throw new Error('left')\n${right}`
  await stateOf(leaves)
  expect(await stateOf(looks)).toBe('passed')
  expect(await stateOf('export const createTally = ;')).toBe('does-not-compile')
  expect(await stateOf(`throw new Error('mine')\n${right}`)).toBe('threw')
  expect(await stateOf(looks)).toBe('passed')
  expect(new Set(pids).size).toBe(1)
})

test('what does not come to its end takes its process along', async () => {
  expect(await stateOf(`export const createTally = () => { for (;;) {} }`)).toBe('timeout')
  expect(await stateOf(right)).toBe('passed')
  expect(new Set(pids).size).toBe(2)
})

test('a process is replaced once it has run many', async () => {
  const child = await pool.take()
  const kept: boolean[] = []
  while (kept.at(-1) !== false) kept.push(pool.giveBack?.(child) ?? false)
  expect(kept.length).toBe(25)
  child.kill('SIGKILL')
})
