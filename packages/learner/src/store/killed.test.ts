import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { temporaryKit } from '../kit/temporary-kit.ts'
import type { TemporaryKit } from '../kit/temporary-kit.ts'
import { note } from '../progress/note.ts'
import { readProgress } from '../progress/read-progress.ts'
import { history, keptText } from './history.ts'
import { save } from './save.ts'

const learner = path.join(import.meta.dirname, 'killed-learner.ts')
const NEVER = 1_000_000

function live(root: string, lastStep: number): { lines: string[]; isKilled: boolean } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [learner, root, `${lastStep}`], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  return { lines: stdout.trimEnd().split('\n'), isKilled: status !== 0 }
}

async function allTexts({ kit, file }: TemporaryKit): Promise<string[]> {
  const texts = [await readFile(file, 'utf8')]
  for (const { number } of await history(kit, 'quorum')) {
    texts.push(String((await keptText(kit, 'quorum', number)).content))
  }
  return texts
}

test(
  'killed at any step of any write, all that was typed is there',
  { timeout: 120_000 },
  async () => {
    await using whole = await temporaryKit()
    const { lines, isKilled } = live(whole.kit.root, NEVER)
    const steps = Number(lines.pop()?.split(' ')[1])
    expect(isKilled).toBe(false)
    expect(lines).toHaveLength(6)
    expect(await allTexts(whole)).toEqual(expect.arrayContaining(lines))

    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: steps }), async (lastStep) => {
        await using folder = await temporaryKit()
        const { kit, file } = folder
        const starter = await readFile(file, 'utf8')
        const killed = live(kit.root, lastStep)
        expect(killed.isKilled).toBe(true)
        const typed = killed.lines.filter((line) => line !== '')
        const texts = await allTexts(folder)
        expect(texts).toEqual(expect.arrayContaining(typed))
        // What is in place is whole: typed, put there by a command, or as it was found.
        expect([...typed, '// it works', starter]).toContain(texts[0])
        // And the day goes on.
        await readProgress(kit)
        await save(kit, 'quorum', 'check')
        await note(kit, { kind: 'opened', exercise: 'quorum' })
        expect(await kit.disk.list(path.join(kit.work, 'unfinished'))).toEqual([])
        expect((await readProgress(kit)).progress.current).toBe('quorum')
      }),
      { numRuns: 14 },
    )
  },
)
