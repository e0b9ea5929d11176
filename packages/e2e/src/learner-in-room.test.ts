import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { exerciseBySlug } from '@five-pillars/content'
import {
  addressIn,
  awaitVerdict,
  catchUp,
  dayPace,
  formatSubmission,
  isStillIn,
  joinRoom,
  leaveRoom,
  ownMembership,
  raiseHand,
  readProgress,
  roomSource,
  sendWaiting,
  submitWork,
} from '@five-pillars/learner'
import type { Kit } from '@five-pillars/learner'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { learnerKit } from './learner-kit.ts'
import { serveConsole } from './serve-console.ts'
import type { ServedConsole } from './serve-console.ts'
import { root } from './stage.ts'

const { path: exercise } = exerciseBySlug('quorum')
const solution = path.join(root, exercise, 'hidden/solution/quorum.ts')

const bench = await mkdtemp(path.join(tmpdir(), 'five pillars '))
const folder = path.join(bench, 'room')
const kitRoot = path.join(bench, 'kit')
const file = path.join(kitRoot, exercise, 'src/quorum.ts')

let room: ServedConsole
let kit: Kit

beforeAll(async () => {
  room = await serveConsole(folder, 0)
  kit = await learnerKit(kitRoot, 'quorum')
})

afterAll(async () => {
  await room.kill()
  await rm(bench, { recursive: true, force: true })
})

async function host(method: string, route: string, body?: object): Promise<unknown> {
  const response = await fetch(new URL(`/api/host/${route}`, room.url), {
    method,
    headers: { authorization: `Bearer ${room.hostKey}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  expect(response.status).toBeLessThan(300)
  return response.json()
}

/** What a terminal shows in the end of what is submitted now. */
async function graded(): Promise<string> {
  const sent = await submitWork(kit, 'quorum')
  if (sent.kind !== 'sent') throw sent.why
  const { signal } = new AbortController()
  const final = await awaitVerdict(kit, sent.submission, {
    signal,
    pace: dayPace,
    onAway: () => {},
    onChange: () => {},
  })
  return formatSubmission(final, { columns: 80, color: false })
}

describe('a learner and the console of a host', { timeout: 120_000 }, () => {
  test('join, and whoever has another code does not', async () => {
    const address = addressIn(`${room.url}/host`)
    const wrong = joinRoom(kit, address, { nickname: 'Ada', roomCode: 'AAAAAA' })
    await expect(wrong).rejects.toMatchObject({ code: 'refused' })
    const { membership } = await joinRoom(kit, address, {
      nickname: 'Ada',
      roomCode: room.roomCode.toLowerCase(),
    })
    expect(membership.nickname).toBe('Ada')
    await raiseHand(kit, { isRaised: true, exercise: 'quorum', note: 'Two votes?' })
    expect(await host('GET', 'view')).toMatchObject({
      learners: [{ nickname: 'Ada', hand: { note: 'Two votes?' } }],
    })
  })

  test('submit and judge: the broken promise, its token, then all points', async () => {
    const failed = await graded()
    expect(failed).toMatch(/^✗ quorum {2}threw {2}0 of 100 points/)
    expect(failed).toMatch(/check quorum --replay calls-[\w.-]+\n$/)
    expect(failed).not.toContain('sentinel-')
    await cp(solution, file)
    expect(await graded()).toMatch(/^✓ quorum {2}100 of 100 points/)
    const { progress } = await readProgress(kit)
    expect(progress.exercises['quorum']?.graded).toEqual({ points: 100, total: 100 })
  })

  test('a working version comes when the host gives it, and not before', async () => {
    await writeFile(file, '// mine\n')
    const sources = [roomSource(kit)]
    const early = catchUp(kit, 'quorum', sources)
    await expect(early).rejects.toMatchObject({ code: 'no-working-version' })
    await host('POST', 'release', {
      kind: 'solution',
      exercise: 'quorum',
      level: null,
      to: 'room',
    })
    await catchUp(kit, 'quorum', sources)
    expect(await readFile(file, 'utf8')).toBe(await readFile(solution, 'utf8'))
  })

  test('what was submitted while the console was away is there once, with its id', async () => {
    await writeFile(file, 'export const majority = () => 0\n')
    const membership = await ownMembership(kit)
    const { port } = room
    await room.kill()
    expect(await submitWork(kit, 'quorum')).toMatchObject({
      kind: 'waits',
      why: { code: 'console-away' },
    })
    room = await serveConsole(folder, port)
    const { sent, waiting } = await sendWaiting(kit, membership)
    expect([sent.length, waiting]).toEqual([1, []])
    expect(await submitWork(kit, 'quorum')).toMatchObject({
      kind: 'sent',
      isAgain: true,
      submission: { id: sent[0]?.id },
    })
  })

  test('come back with the personal code, and leave', async () => {
    const before = await ownMembership(kit)
    const { personalCode } = before
    const { membership } = await joinRoom(kit, addressIn(room.url), { personalCode })
    expect(membership).toMatchObject({ learner: before.learner, nickname: 'Ada' })
    expect(await isStillIn(before)).toBe(false)
    expect(await leaveRoom(kit)).toMatchObject({ trouble: null })
    expect(await isStillIn(membership)).toBe(false)
  })
})
