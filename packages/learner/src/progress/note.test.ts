import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { kitVersion } from '@five-pillars/judge'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { temporaryKit } from '../kit/temporary-kit.ts'
import { choosePath, note, noteGraded, noteOpened, skip, takeIn, takeInGraded } from './note.ts'
import { readProgress } from './read-progress.ts'
import { standing } from './standing.ts'

const check = {
  kind: 'check',
  exercise: 'quorum',
  hash: '0123456789abcdef',
  kept: 6,
  of: 6,
  isPassed: true,
} as const

describe('the file of progress', () => {
  test('damaged anyhow, it is kept aside and rebuilt as it was', { timeout: 60_000 }, async () => {
    await using folder = await temporaryKit()
    const { kit } = folder
    await choosePath(kit, 'architect')
    await note(kit, { kind: 'hint', exercise: 'quorum', part: 'Counting', level: 2 })
    await note(kit, check)
    await noteGraded(kit, 'quorum', { points: 60, total: 100 })
    const { progress } = await readProgress(kit)
    const file = path.join(kit.work, 'progress.json')
    const whole = await readFile(file)
    let count = 0
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 2), fc.nat(255), async (length, byte) => {
        const damaged = Buffer.concat([whole.subarray(0, length), Buffer.of(byte)])
        await writeFile(file, damaged)
        const read = await readProgress(kit)
        expect(read.progress).toEqual(progress)
        count += 1
        expect(read.keptAside).toBe(`.five-pillars/progress.damaged-${count}.json`)
        expect(await readFile(path.join(kit.root, read.keptAside ?? ''))).toEqual(damaged)
        expect((await readProgress(kit)).keptAside).toBeNull()
      }),
      { numRuns: 25 },
    )
  })

  test('deleted, it comes back; a line of the journal that was cut off is left out', async () => {
    await using folder = await temporaryKit()
    const { kit } = folder
    await note(kit, check)
    await appendFile(path.join(kit.work, 'journal.jsonl'), '\n{"kind":"check","exercise":"quor')
    await note(kit, { ...check, exercise: 'hash-ring' })
    const { progress } = await readProgress(kit)
    await kit.disk.remove(path.join(kit.work, 'progress.json'))
    expect((await readProgress(kit)).progress).toEqual(progress)
    expect(Object.keys(progress.exercises)).toEqual(['hash-ring', 'quorum'])
  })

  test('what was noted before a process was ended is not missed', async () => {
    await using folder = await temporaryKit()
    const { kit } = folder
    await note(kit, { ...check, isPassed: false })
    const file = path.join(kit.work, 'progress.json')
    const before = await readFile(file)
    await note(kit, check)
    await writeFile(file, before)
    expect((await readProgress(kit)).progress.exercises['quorum']?.passedAt).not.toBeNull()
  })
})

describe('over the years', () => {
  test('times are read by people, and go on when the clock is set back', async () => {
    await using folder = await temporaryKit()
    const noon = Date.parse('2026-11-27T12:00:00Z')
    await note(folder.with({ now: () => noon }), check)
    await skip(folder.with({ now: () => noon - 86_400_000 }), 'quorum')
    const text = await readFile(path.join(folder.kit.work, 'progress.json'), 'utf8')
    expect(text).toContain('"passedAt": "2026-11-27T12:00:00.000Z"')
    expect(text).toContain('"skippedAt": "2026-11-27T12:00:00.001Z"')
  })

  test('a long journal is closed and still read', { timeout: 60_000 }, async () => {
    await using folder = await temporaryKit()
    const { kit } = folder
    const line = JSON.stringify({ ...check, at: 1, isPassed: false })
    await note(kit, check)
    await appendFile(path.join(kit.work, 'journal.jsonl'), `\n${line}`.repeat(1500))
    await note(kit, { ...check, exercise: 'hash-ring' })
    expect(await readdir(kit.work)).toContain('journal-000001.jsonl')
    await kit.disk.remove(path.join(kit.work, 'progress.json'))
    const { progress } = await readProgress(kit)
    expect(progress.exercises['quorum']?.checks).toBe(1501)
    expect(progress.exercises['hash-ring']?.passedAt).not.toBeNull()
  })

  test('that of another machine is taken in, anything else is not', async () => {
    await using one = await temporaryKit()
    await using other = await temporaryKit()
    await note(one.kit, check)
    await choosePath(other.kit, 'senior')
    await takeIn(other.kit, await readFile(path.join(one.kit.work, 'progress.json')))
    await other.kit.disk.remove(path.join(other.kit.work, 'progress.json'))
    const { progress } = await readProgress(other.kit)
    expect(progress).toMatchObject({ path: 'senior', exercises: { quorum: { checks: 1 } } })
    await expect(takeIn(other.kit, Buffer.from('{}'))).rejects.toMatchObject({
      code: 'not-progress',
    })
  })

  test('that of a newer kit is kept aside, and what is known here is rebuilt', async () => {
    await using folder = await temporaryKit()
    const { kit } = folder
    const progress = await note(kit, check)
    const file = path.join(kit.work, 'progress.json')
    const newer = (await readFile(file, 'utf8')).replace('"version": 1', '"version": 2')
    await writeFile(file, newer)
    const read = await readProgress(kit)
    expect(read).toEqual({ progress, keptAside: '.five-pillars/progress.damaged-1.json' })
    expect(await readFile(path.join(kit.root, read.keptAside ?? ''), 'utf8')).toBe(newer)
    await expect(takeIn(kit, Buffer.from(newer))).rejects.toMatchObject({
      message: 'This is no file of progress that this kit reads.',
      fix: expect.stringContaining('with the same kit'),
    })
  })

  test.each([
    ['older', '0.0.9', '0.0.9'],
    ['newer', '9.0.0', '9.0.0'],
    ['the same', kitVersion, null],
  ])('what a host graded whose kit is %s is noted, and that is told', async (_, judges, told) => {
    await using folder = await temporaryKit()
    const result = { mode: 'judged', kit: judges, exercise: 'quorum', points: 60, total: 100 }
    const graded = await takeInGraded(folder.kit, Buffer.from(JSON.stringify(result)))
    expect(graded.otherKit).toBe(told)
    expect(graded.progress.exercises['quorum']?.graded).toEqual({ points: 60, total: 100 })
    const open = Buffer.from(JSON.stringify({ ...result, mode: 'open' }))
    await expect(takeInGraded(folder.kit, open)).rejects.toMatchObject({ code: 'not-graded' })
  })
})

describe('standing', () => {
  test('a path chooses the order, and what was skipped comes last', async () => {
    await using folder = await temporaryKit()
    const { kit } = folder
    expect(standing((await readProgress(kit)).progress)).toMatchObject({
      path: null,
      current: { slug: 'load-balancer' },
      next: { slug: 'hash-ring' },
      passed: 0,
    })
    await choosePath(kit, 'senior')
    await note(kit, check)
    expect(standing((await readProgress(kit)).progress)).toMatchObject({
      path: { title: 'Senior engineer' },
      current: { slug: 'quorum' },
      next: { slug: 'abd-register' },
      passed: 1,
    })
  })

  test('nobody is led to what is done', async () => {
    await using folder = await temporaryKit()
    const { kit } = folder
    await skip(kit, 'quorum')
    let state = standing((await readProgress(kit)).progress)
    for (const { exercise } of state.stations.filter((each) => each.exercise.slug !== 'quorum')) {
      await note(kit, { ...check, exercise: exercise.slug })
    }
    state = standing((await readProgress(kit)).progress)
    expect(state.next?.slug).toBe('quorum')
    await note(kit, check)
    expect(standing((await readProgress(kit)).progress).next).toBeNull()
  })

  test('an unknown path names those there are', async () => {
    await using folder = await temporaryKit()
    await expect(choosePath(folder.kit, 'intern')).rejects.toMatchObject({
      fix: 'There are: new-graduate, senior, manager, architect.',
    })
    await expect(noteOpened(folder.kit, 'qorum')).rejects.toMatchObject({
      code: 'unknown-exercise',
    })
  })
})
