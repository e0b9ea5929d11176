import { readFile } from 'node:fs/promises'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { TemporaryKit } from '../kit/temporary-kit.ts'
import { choosePath, noteOpened } from '../progress/note.ts'
import { readProgress } from '../progress/read-progress.ts'
import { history, keptText } from '../store/history.ts'
import { play, wholeKit } from './played-day.ts'
import type { Played } from './played-day.ts'

const BROKEN = 'export function majority(n: number): number { return n }\n'
const WHOLE = `
export function majority(n: number): number { return Math.floor(n / 2) + 1 }
export function overlaps(n: number, r: number, w: number): boolean { return r + w > n }
export function hasQuorum(): boolean { return true }
export function createCollector() {
  let offers = 0
  return { offer: () => (++offers < 2 ? 'pending' : 'reached') }
}
export function newest(replies: unknown[]) { return replies.length < 2 ? null : { value: 'new', stale: ['B'] } }
`
const WORKING = '// it works\n'
const DOWN = '\u001B[B'

let folder: TemporaryKit
let starter = ''
beforeAll(async () => {
  folder = await wholeKit('quorum', 'abd-register')
  starter = await readFile(folder.file, 'utf8')
  await choosePath(folder.kit, 'senior')
  await noteOpened(folder.kit, 'quorum')
})
afterAll(() => folder[Symbol.asyncDispose]())

/** What was typed and is neither in the file nor among its versions; or what is half there. */
async function lostIn({ kit, file }: TemporaryKit, typed: readonly string[]): Promise<string[]> {
  const inPlace = await readFile(file, 'utf8')
  const versions = await history(kit, 'quorum')
  const kept = await Promise.all(versions.map(({ number }) => keptText(kit, 'quorum', number)))
  const texts = new Set([inPlace, ...kept.map(({ content }) => String(content))])
  const { keptAside } = await readProgress(kit)
  return [
    ...typed.filter((text) => !texts.has(text)),
    ...([...typed, WORKING].includes(inPlace) ? [] : [`half a file: ${inPlace}`]),
    ...(keptAside === null ? [] : [`half a file: ${keptAside}`]),
  ]
}

/** What a learner does when the power goes. */
const moments: [string, (day: Played) => Promise<void>][] = [
  ['a failing check', (day) => day.killIn(() => folder.type(BROKEN))],
  ['a hint', (day) => day.killIn(() => day.press('h'))],
  ['the check that solves it', (day) => day.killIn(() => folder.type(WHOLE))],
  [
    'catching up',
    async (day) => {
      day.press('c')
      await day.sees('Put a working version', 'confirm')
      await day.killIn(() => day.press(`${DOWN}\r`))
    },
  ],
  [
    'taking a version back',
    async (day) => {
      day.press('v')
      await day.sees('Take back which version?', 'confirm')
      await day.killIn(() => day.press(`${DOWN}${DOWN}\r`))
    },
  ],
  ['going on to the next', (day) => day.killIn(() => day.press('n'))],
  ['opening it', (day) => day.killIn(() => {})],
  ['quitting', (day) => day.killIn(() => day.press('q'))],
]

describe('killed in the middle of', { timeout: 120_000 }, () => {
  const typed: string[] = []
  beforeAll(() => void typed.push(starter))

  test.each(moments)('%s, the day goes on, and nothing is lost', async (name, until) => {
    if (name === 'a failing check') typed.push(BROKEN)
    if (name === 'the check that solves it') typed.push(WHOLE)
    await using day = play(folder.kit.root)
    if (name !== 'opening it') await day.sees('Truth / ', 'as your version')
    await until(day)
    expect(await lostIn(folder, typed)).toEqual([])
  })

  test('the very first answer, nothing is lost either', async () => {
    await using fresh = await wholeKit('quorum')
    await using day = play(fresh.kit.root)
    await day.sees('In which order?', 'confirm')
    await day.killIn(() => day.press(`${DOWN}\r`))
    expect(await lostIn(fresh, [starter])).toEqual([])
    expect((await readProgress(fresh.kit)).progress.exercises).toEqual({})
  })
})
