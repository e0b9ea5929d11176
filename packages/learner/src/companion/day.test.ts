import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { exercises } from '@five-pillars/content'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { TemporaryKit } from '../kit/temporary-kit.ts'
import { readProgress } from '../progress/read-progress.ts'
import { history, keptText } from '../store/history.ts'
import { play, wholeKit } from './played-day.ts'

const UP_TO_TWO = `
export function majority(n: number): number { return Math.floor(n / 2) + 1 }
export function overlaps(n: number, r: number, w: number): boolean { return r + w > n }
`
const WHOLE = `${UP_TO_TWO}
export function hasQuorum(): boolean { return true }
export function createCollector() {
  let offers = 0
  return { offer: () => (++offers < 2 ? 'pending' : 'reached') }
}
export function newest(replies: unknown[]) { return replies.length < 2 ? null : { value: 'new', stale: ['B'] } }
`
const ENDLESS = `${UP_TO_TWO}
export function hasQuorum(): boolean { while (true) {} }
`
const DOWN = '\u001B[B'

let folder: TemporaryKit
beforeAll(async () => {
  folder = await wholeKit('quorum', 'abd-register')
})
afterAll(() => folder[Symbol.asyncDispose]())

async function keptTexts(slug: string): Promise<string[]> {
  const versions = await history(folder.kit, slug)
  const texts = versions.map(({ number }) => keptText(folder.kit, slug, number))
  return (await Promise.all(texts)).map(({ content }) => String(content))
}

function open(): ReturnType<typeof play> {
  return play(folder.kit.root)
}

describe('a day at a real terminal', { timeout: 120_000 }, () => {
  test('begins with an order, a failure, and hints one at a time', async () => {
    const starter = await readFile(folder.file, 'utf8')
    await using day = open()
    await day.sees('In which order?', 'confirm')
    day.press(`${DOWN}${DOWN}\r`)
    await day.sees(
      'Truth / quorum',
      `1 of ${exercises.length}`,
      'threw  0 of 6',
      'promise 6, line 37',
      'version 1',
    )
    day.press('h')
    await day.sees('Hint 1 of 3')
    day.press('h')
    await day.sees('Hint 2 of 3')
    day.press('b')
    await day.sees('> 6. No larger than it must be')
    await folder.type(UP_TO_TWO)
    await day.sees('2 of 6 open checks', 'promise 7')
    day.press('n')
    await day.sees('Truth / quorum', 'is not done yet')
    await day.kill()
    expect(await keptTexts('quorum')).toEqual([UP_TO_TWO, starter])
  })

  test('goes on where it was killed, and survives what is typed', async () => {
    await using day = open()
    await day.sees('Truth / quorum', '2 of 6 open checks')
    day.resize(60, 20)
    const narrow = await day.sees('q quit')
    expect(Math.max(...narrow.split(/\r*\n/).map((line) => line.length))).toBeLessThanOrEqual(60)
    await folder.type('export function majority( {')
    await day.sees('does-not-compile')
    await rename(folder.file, `${folder.file}.away`)
    await day.sees('There is no file src/quorum.ts', 'press v for one')
    await rename(`${folder.file}.away`, folder.file)
    await day.sees('does-not-compile')
    await folder.type(ENDLESS)
    await day.sees('did not come to an end')
    await rm(folder.file)
    await day.sees('There is no file src/quorum.ts')
    await folder.type(`${ENDLESS}// again`)
    // Killed while the loop is checked, or before it.
    await day.kill()
  })
})

describe('the rest of that day', { timeout: 120_000 }, () => {
  test('stops at a success until a key is pressed', async () => {
    await using day = open()
    await day.sees('did not come to an end')
    await folder.type(WHOLE)
    await day.sees('Truth / quorum', '6 of 6', 'Milestone: First light', 'Next: abd-register')
    day.press('n')
    await day.sees('Truth / abd-register', `2 of ${exercises.length}`, '1 done', 'threw')
    day.press('x')
    await day.sees('Put the starter of "abd-register"', 'confirm')
    // Killed before the answer: nothing was done.
    await day.kill()
    expect(await keptTexts('quorum')).toEqual(
      expect.arrayContaining([`${ENDLESS}// again`, WHOLE, UP_TO_TWO]),
    )
  })

  test('catches up, takes the own version back, and ends when told to', async () => {
    const mine = '// mine\n'
    const file = path.join(path.dirname(folder.file), '../../abd-register/src/abd-register.ts')
    await writeFile(file, mine)
    await using day = open()
    await day.sees('Truth / abd-register', '0 of 4', 'version 2')
    day.press('c')
    await day.sees('Put a working version', 'confirm')
    day.press(`${DOWN}\r`)
    await day.sees('Your file is now the test')
    expect(await readFile(file, 'utf8')).toBe('// it works\n')
    day.press('v')
    await day.sees('Take back which version?', 'confirm')
    day.press(`${DOWN}${DOWN}\r`)
    await day.sees('Your file is now version')
    expect(await readFile(file, 'utf8')).toBe(mine)
    day.press('g')
    await day.sees('Go to which exercise?', 'confirm')
    day.press(`${DOWN}\r`)
    await day.sees('Truth / quorum', '6 of 6')
    day.press('q')
    await day.sees('All that was checked is kept.')
    expect(await day.ended()).toBe(0)
    const { progress } = await readProgress(folder.kit)
    expect(progress).toMatchObject({ path: 'senior', current: 'quorum' })
    expect(progress.exercises['quorum']?.passedAt).not.toBeNull()
    expect(await keptTexts('abd-register')).toEqual(expect.arrayContaining([mine, '// it works\n']))
  })
})

describe('before the first exercise', { timeout: 60_000 }, () => {
  test('Ctrl-C at the question of the order ends it, and nothing was begun', async () => {
    await using fresh = await wholeKit('quorum')
    await using day = play(fresh.kit.root)
    await day.sees('In which order?', 'confirm')
    day.press('\u0003')
    expect(await day.ended()).toBe(0)
    expect((await readProgress(fresh.kit)).progress.current).toBeNull()
  })
})
