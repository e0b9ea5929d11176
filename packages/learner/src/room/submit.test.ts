import { describe, expect, test } from 'vitest'

import { addressIn } from './address.ts'
import { awaitVerdict } from './await-verdict.ts'
import { joinRoom } from './join.ts'
import { joinedKit } from './joined-kit.ts'
import { LoopbackConsole } from './loopback-console.ts'
import { ownMembership } from './membership.ts'
import { outbox } from './outbox.ts'
import { noteJudged } from './note-judged.ts'
import { roomSource } from './room-source.ts'
import { sendWaiting, submitWork } from './submit.ts'
import { catchUp } from '../store/replace.ts'
import { readProgress } from '../progress/read-progress.ts'

describe('a submission', () => {
  test('that was not answered is sent again with the same id, and never twice otherwise', async () => {
    await using place = await joinedKit()
    const { folder, room } = place
    const { kit } = folder
    room.lostAnswers = 1
    expect(await submitWork(kit, 'quorum')).toMatchObject({
      kind: 'waits',
      why: { code: 'console-away' },
    })
    expect(await submitWork(kit, 'quorum')).toMatchObject({ kind: 'sent', isAgain: false })
    expect([...room.submissions.values()]).toMatchObject([{ times: 2 }])
    expect(await submitWork(kit, 'quorum')).toMatchObject({ kind: 'sent', isAgain: true })
    expect([...room.submissions.values()]).toMatchObject([{ times: 2 }])
    await folder.type('// another\n')
    expect(await submitWork(kit, 'quorum')).toMatchObject({ kind: 'sent', isAgain: false })
    expect(room.submissions.size).toBe(2)
  })

  test('that is refused for good does not wait; one that is refused for now does', async () => {
    await using place = await joinedKit()
    const { folder, room } = place
    const { kit } = folder
    const { learner } = await ownMembership(kit)
    const says = (status: number, code: 'too-large' | 'too-many-requests'): void => {
      const refusal = { code, message: 'No.', retryAfter: 3 } as const
      room.refuse = (path) => (path === '/api/submissions' ? { status, refusal } : undefined)
    }
    says(413, 'too-large')
    await expect(submitWork(kit, 'quorum')).rejects.toMatchObject({
      code: 'refused',
      message: 'No.',
    })
    expect(await outbox(kit, learner)).toEqual([])
    says(429, 'too-many-requests')
    expect(await submitWork(kit, 'quorum')).toMatchObject({
      kind: 'waits',
      why: { fix: 'Try again in 3 s.' },
    })
    expect(await outbox(kit, learner)).toHaveLength(1)
  })

  test('of another room is not sent to this one', async () => {
    await using place = await joinedKit()
    const { folder, room } = place
    const { kit } = folder
    await room.kill()
    await submitWork(kit, 'quorum')
    await using other = await new LoopbackConsole().open()
    other.learner = 'learner00002'
    const { dropped } = await joinRoom(kit, addressIn(other.origin), {
      nickname: 'Ada',
      roomCode: 'ABC234',
    })
    expect(dropped).toEqual(['quorum'])
    await sendWaiting(kit, await ownMembership(kit))
    expect(other.submissions.size).toBe(0)
  })
})

describe('a verdict', () => {
  test('is waited for while the console comes and goes, and its points are noted', async () => {
    await using place = await joinedKit()
    const { folder, room } = place
    const sent = await submitWork(folder.kit, 'quorum')
    if (sent.kind !== 'sent') throw new Error('not sent')
    const said: string[] = []
    let asked = 0
    const final = await awaitVerdict(folder.kit, sent.submission, {
      signal: new AbortController().signal,
      onAway: () => said.push('away'),
      onChange: ({ standing }) => said.push(standing.kind),
      pace: {
        random: () => 0,
        wait: async () => {
          asked += 1
          if (asked === 1) await room.kill()
          if (asked === 3) await room.open()
          if (asked === 4) room.judge(sent.submission.id, 80)
        },
      },
    })
    expect(said).toEqual(['waiting', 'away', 'judged'])
    expect(final.standing.kind).toBe('judged')
    const { progress } = await readProgress(folder.kit)
    expect(progress.exercises['quorum']?.graded).toEqual({ points: 80, total: 100 })
  })
})

describe('a working version of the host', () => {
  test('is put in place byte for byte once it is released, and earns nothing', async () => {
    await using place = await joinedKit()
    const { folder, room } = place
    const sources = [roomSource(folder.kit)]
    const source = 'export const bell = "\u0007\u001B[31m"\r\n'
    await expect(catchUp(folder.kit, 'quorum', sources)).rejects.toMatchObject({
      code: 'no-working-version',
    })
    room.solutions.set('quorum', source)
    const { from } = await catchUp(folder.kit, 'quorum', sources)
    expect(from).toBe('the working version that your host released')
    expect(new TextDecoder().decode(await folder.kit.disk.read(folder.file))).toBe(source)
    const sent = await submitWork(folder.kit, 'quorum')
    if (sent.kind !== 'sent') throw new Error('not sent')
    const { exercises } = await noteJudged(folder.kit, room.judge(sent.submission.id, 100))
    expect(exercises['quorum']?.graded).toBeNull()
    await room.kill()
    await expect(catchUp(folder.kit, 'quorum', sources)).rejects.toMatchObject({
      code: 'console-away',
    })
  })
})
