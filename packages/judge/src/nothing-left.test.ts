import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { judge } from './judge.ts'

const exerciseDir = path.resolve(import.meta.dirname, '../fixtures/tally')

const HOSTILE = [
  'while (true) {}',
  'const all = []; for (;;) all.push(new ArrayBuffer(2 ** 28))',
  "import('node:child_process').then(({ spawn }) => spawn('sleep', ['60'], { detached: true }))",
  "require('node:fs').writeFileSync('left-behind.txt', 'x')",
  "await fetch('http://127.0.0.1:9/')",
  'export const createTally = () => process.kill(process.ppid)',
] as const

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'judge-left-'))
})
afterEach(() => rm(folder, { recursive: true }))

test.skipIf(process.platform === 'win32')(
  'a hostile program leaves no process and no file, and changes none',
  { timeout: 120_000 },
  async () => {
    const submission = path.join(folder, 'hostile.ts')
    for (const source of HOSTILE) {
      await writeFile(submission, source)
      const before = await stampsOf(folder, exerciseDir)
      const { state } = await judge({ exerciseDir, submission })
      expect(state).not.toBe('passed')
      expect(await stampsOf(folder, exerciseDir)).toEqual(before)
    }
    await vi.waitFor(() => expect(judgingProcesses()).toEqual([]), { timeout: 10_000 })
  },
)

/** Each file with its time of change, and what is in the submission. */
async function stampsOf(...folders: string[]): Promise<string[]> {
  const names = folders.map(async (each) =>
    (await readdir(each, { recursive: true })).map((name) => path.join(each, name)),
  )
  const files = (await Promise.all(names)).flat()
  return Promise.all(
    files.map(async (file) => {
      const { mtimeMs, size } = await stat(file)
      const content = file.startsWith(folder) ? await readFile(file, 'utf8') : ''
      return [file, mtimeMs, size, content].join(' ')
    }),
  )
}

/** Those of this process alone: others may be judging, too. */
function judgingProcesses(): string[] {
  const lines = execFileSync('ps', ['-A', '-o', 'ppid=,args='], { encoding: 'utf8' }).split('\n')
  return lines.filter((line) => {
    const [parent, command] = line.trim().split(/\s+/)
    return parent === String(process.pid) && command !== 'ps'
  })
}
