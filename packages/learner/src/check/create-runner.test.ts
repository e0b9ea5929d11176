import { rm } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { nextHint } from '../hints/hints.ts'
import { nodeDisk } from '../kit/node-disk.ts'
import { temporaryKit } from '../kit/temporary-kit.ts'
import type { TemporaryKit } from '../kit/temporary-kit.ts'
import { readProgress } from '../progress/read-progress.ts'
import { history } from '../store/history.ts'
import { catchUp } from '../store/replace.ts'
import { createRunner } from './create-runner.ts'
import type { Runner } from './create-runner.ts'
import { lastFailure } from './last-failure.ts'

/** As little as keeps the open checks of the part that is asked about first. */
const arithmetic = `
export function majority(n: number): number { return Math.floor(n / 2) + 1 }
export function overlaps(n: number, r: number, w: number): boolean { return r + w > n }
`
const whole = `${arithmetic}
export function hasQuorum(): boolean { return true }
export function createCollector() {
  let offers = 0
  return { offer: () => (++offers < 2 ? 'pending' : 'reached') }
}
export function newest(replies: unknown[]) { return replies.length < 2 ? null : { value: 'new', stale: ['B'] } }
`
const endless = `${arithmetic}
export function hasQuorum(): boolean { while (true) {} }
`

let folder: TemporaryKit
let runner: Runner
beforeAll(async () => {
  folder = await temporaryKit()
  runner = createRunner(folder.kit, { isWarm: true })
})
afterAll(async () => {
  runner.close()
  await folder[Symbol.asyncDispose]()
})

async function full(): Promise<void> {
  throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
}

describe('a check', () => {
  test('keeps the file, says what broke, and where it is explained', async () => {
    const { verdict, saved, brief, trouble } = await runner.runCheck('quorum')
    expect(verdict).toMatchObject({ state: 'threw', mode: 'open', exercise: 'quorum' })
    expect(saved).toMatchObject({ kind: 'saved', version: { number: 1, reason: 'check' } })
    expect(trouble).toBeNull()
    expect(brief).toMatchObject({
      file: 'exercises/truth/quorum/README.md',
      promise: 6,
      text: expect.stringMatching(/^No larger than it must be\. `majority\(n\)`/),
      talk: { deck: 'truth' },
    })
    expect((await lastFailure(folder.kit))?.verdict).toEqual(verdict)
  })

  test('of half a solution leads to the next part, and so do its hints', async () => {
    await folder.type(arithmetic)
    const { verdict, brief } = await runner.runCheck('quorum')
    expect(verdict.tests.filter(({ state }) => state === 'passed')).toHaveLength(2)
    expect(brief?.promise).toBe(7)
    expect(await nextHint(folder.kit, 'quorum')).toMatchObject({ part: 'Counting', level: 1 })
    expect(await nextHint(folder.kit, 'quorum')).toMatchObject({ part: 'Counting', level: 2 })
  })

  test('ends an endless loop, and the next one works', async () => {
    await folder.type(endless)
    const first = runner.runCheck('quorum')
    const second = runner.runCheck('quorum')
    expect((await first).verdict.state).toBe('timeout')
    expect((await second).verdict.state).toBe('timeout')
    await folder.type(whole)
    const { verdict, reached, brief } = await runner.runCheck('quorum')
    expect(verdict.state).toBe('passed')
    expect(brief).toBeNull()
    expect(reached.map(({ id }) => id)).toEqual(['first-checks'])
    expect(await lastFailure(folder.kit)).toBeUndefined()
  })

  test('of a file that does not compile, or is gone, breaks nothing', async () => {
    await folder.type('export function majority( {')
    expect((await runner.runCheck('quorum')).verdict.state).toBe('does-not-compile')
    await rm(folder.file)
    const { verdict, saved } = await runner.runCheck('quorum')
    expect([verdict.state, saved?.kind]).toEqual(['not-run', 'no-file'])
  })

  test('on a full disk still has its verdict, and says what was not kept', async () => {
    await folder.type(`${arithmetic}// not kept`)
    const disk = {
      ...nodeDisk(path.join(folder.kit.work, 'unfinished')),
      write: full,
      append: full,
    }
    const { verdict, saved, trouble } = await createRunner(folder.with({ disk })).runCheck('quorum')
    expect(verdict.state).toBe('missing-export')
    expect(saved).toBeNull()
    expect(trouble?.code).toBe('disk-full')
  })

  test('of a working version that was put in place is not the own work of the learner', async () => {
    await using other = await temporaryKit()
    const source = { workingVersion: async () => ({ text: whole, from: 'the test' }) }
    await catchUp(other.kit, 'quorum', [source])
    const { verdict, progress } = await createRunner(other.kit).runCheck('quorum')
    expect(verdict.state).toBe('passed')
    expect(progress.exercises['quorum']).toMatchObject({ passedAt: null, best: null, checks: 1 })
    expect((await history(other.kit, 'quorum'))[0]).toMatchObject({ result: { kept: 6, of: 6 } })
    expect((await readProgress(other.kit)).progress.milestones).toEqual([])
  })
})
