import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { learnerEventSchema } from '@five-pillars/room'
import type { Joined, LearnerEvent, Submission } from '@five-pillars/room'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

import { openRoom, ROOT } from './testing/open-room.ts'
import type { Answer, Room } from './testing/open-room.ts'

const QUORUM = path.join(ROOT, 'exercises/truth/quorum')

const { Response: responseBefore } = globalThis
let room: Room
let ada: Joined
let bob: Joined
beforeAll(async () => {
  room = await openRoom({ lanes: 1 })
  ada = await room.join('Ada Byron')
  bob = await room.join('Bob Kahn')
})
afterAll(() => room[Symbol.asyncDispose]())

/** The events of a learner's machine, one after the other. */
async function* eventsOf(learner: Joined): AsyncGenerator<LearnerEvent> {
  const response = await fetch(new URL('/api/events', room.console.url), {
    headers: { authorization: `Bearer ${learner.token}` },
  })
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const parts = (text + chunk).split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts) {
      if (part.startsWith('data: ')) yield learnerEventSchema.parse(JSON.parse(part.slice(6)))
    }
  }
}

/** What is true for a learner now. */
async function welcomed(learner: Joined): Promise<Extract<LearnerEvent, { kind: 'welcome' }>> {
  for await (const event of eventsOf(learner)) if (event.kind === 'welcome') return event
  throw new Error('the stream ended before it began')
}

/** Waits until a submission is judged, as a learner's machine does. */
async function judgedEnd(learner: Joined, id: string): Promise<Submission> {
  for await (const event of eventsOf(learner)) {
    const told =
      event.kind === 'welcome'
        ? event.submissions
        : event.kind === 'submission'
          ? [event.submission]
          : []
    const own = told.find((one) => one.id === id && one.standing.kind === 'judged')
    if (own !== undefined) return own
  }
  throw new Error('the stream ended before the verdict')
}

function asHost(method: string, address: string, body?: object): Promise<Answer> {
  return room.ask(method, address, {
    token: room.hostKey,
    ...(body === undefined ? {} : { body }),
  })
}

function solution({ token }: Joined): Promise<number> {
  return room.ask('GET', '/api/solutions/quorum', { token }).then(({ status }) => status)
}

const agendaShape = z.object({
  version: z.number(),
  begins: z.string(),
  blocks: z.array(z.looseObject({ id: z.string(), minutes: z.number() })),
})

/** The first one stays the first. */
function byMinutesAfter(
  first: string | undefined,
): (a: { id: string; minutes: number }, b: { id: string; minutes: number }) => number {
  return (a, b) => Number(b.id === first) - Number(a.id === first) || a.minutes - b.minutes
}

function source(name: string): Promise<string> {
  return readFile(path.join(QUORUM, 'hidden', name), 'utf8')
}

test('others in its process keep the Response that they know', () => {
  // A second server there would answer each stream of the first a second time, and cut it off.
  expect(globalThis.Response).toBe(responseBefore)
})

describe('a submission', () => {
  test('is acknowledged, judged, told, and judged once for all who send the same', async () => {
    const wrong = await source('mutants/dups.ts')
    const submission = await judgedEnd(ada, (await room.submit(ada, 'quorum', wrong)).id)
    expect(submission).toMatchObject({
      exercise: 'quorum',
      standing: { kind: 'judged', verdict: { state: 'failed' } },
    })
    const told = JSON.stringify(submission)
    expect(told).toContain('npx five-pillars check quorum --replay ')
    expect(told).not.toContain('five-pillars judge')
    const again = await room.submit(bob, 'quorum', wrong)
    expect(again.standing).toEqual(submission.standing)
    const right = await room.submit(bob, 'quorum', await source('solution/quorum.ts'))
    await judgedEnd(bob, right.id)
  })

  test('stands on the board, in groups, and among the promises that are broken', async () => {
    const { body } = await asHost('GET', '/api/host/view')
    expect(body).toMatchObject({
      learners: [
        {
          nickname: 'Ada Byron',
          cells: expect.arrayContaining([expect.objectContaining({ state: 'broken' })]),
        },
        {
          nickname: 'Bob Kahn',
          cells: expect.arrayContaining([expect.objectContaining({ state: 'kept' })]),
        },
      ],
      broken: expect.arrayContaining([
        expect.objectContaining({ exercise: 'quorum', learners: 1, of: 2 }),
      ]),
      queue: { waiting: 0, judging: 0 },
    })
    const groups = await asHost('GET', '/api/host/submissions?exercise=quorum')
    expect(groups.body).toMatchObject({
      groups: [
        { submissions: [{ nickname: 'Ada Byron', state: 'failed' }] },
        { breaks: [], submissions: [{ nickname: 'Bob Kahn', state: 'passed' }] },
      ],
    })
  })

  test('is shown by name only with leave, and without it once that is taken back', async () => {
    const { submissions } = await welcomed(ada)
    const id = submissions[0]?.id ?? ''
    const named = { submission: id, as: 'named' }
    expect((await asHost('POST', '/api/host/show', named)).status).toBe(409)
    await asHost('POST', '/api/host/show', { submission: id, as: 'anonymous' })
    expect((await asHost('GET', '/api/screen/view')).body).toMatchObject({
      shown: { submission: id, nickname: null },
    })
    await asHost('POST', '/api/host/ask-leave', { submission: id })
    expect((await welcomed(ada)).asked).toEqual([{ submission: id, exercise: 'quorum' }])
    const leave = (isGiven: boolean): Promise<Answer> =>
      room.ask('POST', '/api/leave-to-show', {
        token: ada.token,
        body: { submission: id, isGiven },
      })
    await leave(true)
    expect((await asHost('POST', '/api/host/show', named)).status).toBe(200)
    const shown = await asHost('GET', '/api/screen/view')
    expect(shown.body).toMatchObject({ shown: { nickname: 'Ada Byron' } })
    await leave(false)
    expect((await asHost('GET', '/api/screen/view')).body).toMatchObject({ shown: null })
  })
})

test('a verdict that is there already is told to every machine of its learner', async () => {
  const events = eventsOf(ada)
  await events.next()
  const sent = await room.submit(ada, 'quorum', await source('mutants/dups.ts'))
  expect(sent.standing.kind).toBe('judged')
  expect((await events.next()).value).toEqual({ kind: 'submission', submission: sent })
  await events.return(undefined)
})

describe('the host', () => {
  test('gives a solution to one learner, and to nobody else', async () => {
    expect(await solution(ada)).toBe(404)
    const release = { kind: 'solution', exercise: 'quorum', level: null, to: ada.learner }
    await asHost('POST', '/api/host/release', release)
    expect([await solution(ada), await solution(bob)]).toEqual([200, 404])
    const { releases } = await welcomed(ada)
    expect(releases).toEqual([{ kind: 'solution', exercise: 'quorum', level: null }])
  })

  test('says something once, and whoever comes later hears it too', async () => {
    await asHost('POST', '/api/host/announce', { text: 'Lunch <b>now</b>' })
    const { announcements } = await welcomed(bob)
    expect(announcements.map(({ text }) => text)).toEqual(['Lunch <b>now</b>'])
  })

  test('leads the day, and everybody sees the block of now', async () => {
    await asHost('POST', '/api/host/clock', { act: 'start' })
    const { now } = await welcomed(bob)
    expect(now).toMatchObject({ kind: 'talk', isPaused: false })
    const screen = await asHost('GET', '/api/screen/view')
    expect(JSON.stringify(screen.body)).not.toMatch(/Ada Byron|Bob Kahn/)
    const stale = await asHost('PUT', '/api/host/agenda', {
      version: 7,
      begins: '09:00',
      blocks: [],
    })
    expect(stale.status).toBe(400)
    const { body } = await asHost('GET', '/api/host/agenda')
    const agenda = agendaShape.parse(body)
    const late = { ...agenda, blocks: [{ ...agenda.blocks[1] }, ...agenda.blocks.toSpliced(1, 1)] }
    expect((await asHost('PUT', '/api/host/agenda', late)).body).toMatchObject({
      code: 'conflict',
      message: 'Block "deck-work" stands before the block of now, and would never come.',
    })
    const swapped = {
      ...agenda,
      blocks: agenda.blocks.toSorted(byMinutesAfter(agenda.blocks[0]?.id)),
    }
    expect((await asHost('PUT', '/api/host/agenda', swapped)).body).toMatchObject({ version: 2 })
    expect((await asHost('PUT', '/api/host/agenda', swapped)).status).toBe(409)
  })

  test('asks for the leaderboard, which nobody sees before', async () => {
    const leaders = async (): Promise<unknown> => {
      const { body } = await asHost('GET', '/api/screen/view')
      return z.object({ leaderboard: z.unknown() }).parse(body).leaderboard
    }
    expect(await leaders()).toBeNull()
    await asHost('POST', '/api/host/leaderboard', { isOn: true })
    expect(JSON.stringify(await leaders())).toContain('Bob Kahn')
    await asHost('POST', '/api/host/leaderboard', { isOn: false })
    expect(await leaders()).toBeNull()
  })

  test('sees raised hands first', async () => {
    await room.ask('POST', '/api/hand', {
      token: bob.token,
      body: { isRaised: true, exercise: 'quorum', note: 'Help' },
    })
    const { body } = await asHost('GET', '/api/host/view')
    expect(body).toMatchObject({ learners: [{ nickname: 'Bob Kahn' }, { nickname: 'Ada Byron' }] })
  })
})

test('the room is the same after the console was closed and opened again', async () => {
  const before = await asHost('GET', '/api/host/view')
  await room.reopen()
  const after = await asHost('GET', '/api/host/view')
  expect(lasting(after.body)).toEqual(lasting(before.body))
  expect((await welcomed(ada)).submissions).toHaveLength(1)
})

test('a new start has a new key: whoever came in by the one before is out, and so is their remote', async () => {
  const old = room.hostKey
  const host = await cookieOf('/api/host/enter', { key: old })
  const phones = new Map<string, string>()
  for (const role of ['follow', 'remote'] as const) {
    const { body } = await asHost('POST', '/api/host/tokens', { for: role })
    const { url } = z.object({ url: z.string() }).parse(body)
    const token = new URL(url).hash.slice(1)
    phones.set(role, await cookieOf('/api/relay/enter', { token }))
    phones.set(`${role} token`, token)
  }
  const asked = (cookie = '', address = '/api/relay/run'): Promise<Answer> =>
    room.ask('GET', address, { headers: { cookie } })
  expect((await asked(host, '/api/host/view')).status).toBe(200)
  await room.reopen()
  expect(room.hostKey).not.toBe(old)
  expect((await asked(host, '/api/host/view')).status).toBe(401)
  expect((await room.ask('GET', '/api/host/view', { token: old })).status).toBe(401)
  expect((await asked(phones.get('remote'))).status).toBe(401)
  const body = { token: phones.get('remote token') }
  expect((await room.ask('POST', '/api/relay/enter', { body })).status).toBe(403)
  // Whoever reads along goes on: the code is on the screen for everybody.
  expect((await asked(phones.get('follow'))).status).toBe(200)
  const again = await cookieOf('/api/host/enter', { key: room.hostKey })
  expect((await asked(again, '/api/host/view')).status).toBe(200)
})

/** What a browser proves itself with after it was let in. */
async function cookieOf(address: string, body: object): Promise<string> {
  const { headers } = await room.ask('POST', address, { body })
  return headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** What does not depend on the moment, nor on who is connected. */
function lasting(view: unknown): unknown {
  return JSON.parse(
    JSON.stringify(view, (key, value: unknown) =>
      ['at', 'seenAt', 'isHere', 'address', 'agenda'].includes(key) ? undefined : value,
    ),
  )
}

test('nothing of anybody is left once the room has forgotten', async () => {
  const events = eventsOf(bob)
  await events.next()
  expect((await asHost('POST', '/api/host/forget', { confirm: 'Five Pillars' })).status).toBe(200)
  expect((await events.next()).value).toEqual({ kind: 'gone', why: 'forgotten' })
  const { body } = await asHost('GET', '/api/host/view')
  expect(body).toMatchObject({ learners: [], announcements: [], judged: 0 })
  expect((await room.ask('POST', '/api/leave', { token: ada.token })).status).toBe(401)
  await room.console.close()
  const kept = await readFile(path.join(room.folder, 'room.sqlite'), 'latin1')
  for (const word of ['Ada Byron', 'Bob Kahn', '<b>now</b>', ada.learner, bob.learner]) {
    expect(kept).not.toContain(word)
  }
  await room.reopen()
})
