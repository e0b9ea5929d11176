import { readFile } from 'node:fs/promises'
import path from 'node:path'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { LearnerError } from '../learner-error.ts'
import { skip } from '../progress/note.ts'
import { readProgress } from '../progress/read-progress.ts'
import { history, keptText } from '../store/history.ts'
import { catchUp, reset, restore } from '../store/replace.ts'
import { save } from '../store/save.ts'
import type { Disk } from './disk.ts'
import { nodeDisk } from './node-disk.ts'
import type { Kit } from './open-kit.ts'
import { temporaryKit } from './temporary-kit.ts'

/** A disk that is full from its nth write on. */
function fullAfter(writes: number, real: Disk): Disk {
  let left = writes
  const take = async (): Promise<void> => {
    if (left-- > 0) return
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
  }
  return {
    ...real,
    write: (file, content) => take().then(() => real.write(file, content)),
    append: (file, text) => take().then(() => real.append(file, text)),
  }
}

const working = { workingVersion: async () => ({ text: '// it works', from: 'your host' }) }

const verbs = {
  save: (kit: Kit) => save(kit, 'quorum', 'check'),
  restore: (kit: Kit) => restore(kit, 'quorum', 1),
  reset: (kit: Kit) => reset(kit, 'quorum'),
  catchUp: (kit: Kit) => catchUp(kit, 'quorum', [working]),
  skip: (kit: Kit) => skip(kit, 'quorum'),
} as const

/** Throws what says anything else. */
function assertDiskFull(error: unknown): LearnerError {
  if (!(error instanceof LearnerError) || error.code !== 'disk-full') throw error
  if (/^The disk is full: there is no room for .+ as it was\.$/.test(error.message)) return error
  throw new Error(`an odd message: ${error.message}`)
}

test(
  'wherever the disk becomes full, it is said so and nothing is lost',
  { timeout: 60_000 },
  async () => {
    const names = fc.constantFrom('save', 'restore', 'reset', 'catchUp', 'skip')
    await fc.assert(
      fc.asyncProperty(names, fc.integer({ min: 0, max: 5 }), async (verb, writes) => {
        await using folder = await temporaryKit()
        await save(folder.kit, 'quorum', 'starter')
        await folder.type('mine, not kept yet')
        const real = nodeDisk(path.join(folder.kit.work, 'unfinished'))
        const full = folder.with({ disk: fullAfter(writes, real) })
        // Either all of it was done, or it is said what could not be.
        await expect(
          verbs[verb](full).catch((error: unknown) => assertDiskFull(error)),
        ).resolves.toBeDefined()
        const texts = [await readFile(folder.file, 'utf8')]
        for (const { number } of await history(folder.kit, 'quorum')) {
          texts.push(String((await keptText(folder.kit, 'quorum', number)).content))
        }
        expect(texts).toContain('mine, not kept yet')
        await readProgress(folder.kit)
      }),
      { numRuns: 30 },
    )
  },
)
