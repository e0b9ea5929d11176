import { stat } from 'node:fs/promises'

import { describe, expect, test } from 'vitest'

import { temporaryKit } from '../kit/temporary-kit.ts'
import { addressIn } from './address.ts'
import { isStillIn, joinRoom, leaveRoom } from './join.ts'
import { LoopbackConsole } from './loopback-console.ts'
import { membershipFile, readMembership } from './membership.ts'

const who = { nickname: '  Ada  ', roomCode: 'abc234' } as const

describe('who joins', () => {
  test('has a token in a file that nobody else may read, and is back with the personal code', async () => {
    await using folder = await temporaryKit()
    await using room = await new LoopbackConsole().open()
    const { kit } = folder
    const { membership } = await joinRoom(kit, addressIn(room.origin), who)
    expect(membership).toMatchObject({ nickname: 'Ada', origin: room.origin, token: room.token })
    // Windows has no such mode: there a home is private as it is.
    const mode = process.platform === 'win32' ? 0o600 : (await stat(membershipFile(kit))).mode
    expect(mode & 0o777).toBe(0o600)
    const personalCode = membership.personalCode.toLowerCase()
    const back = await joinRoom(kit, addressIn(room.origin), { personalCode })
    expect(back.membership.token).not.toBe(membership.token)
    expect(await isStillIn(membership)).toBe(false)
    expect(await isStillIn(back.membership)).toBe(true)
    expect(await readMembership(kit)).toEqual(back.membership)
  })

  test('and whose answer was lost joins once', async () => {
    await using folder = await temporaryKit()
    await using room = await new LoopbackConsole().open()
    room.lostAnswers = 1
    const { membership } = await joinRoom(folder.kit, addressIn(room.origin), who)
    expect(membership.token).toBe(room.token)
    expect(room.joins).toHaveLength(2)
    expect(new Set(room.joins).size).toBe(1)
  })

  test('is asked for a name and a code that can be', async () => {
    await using folder = await temporaryKit()
    const nobody = addressIn('127.0.0.1:9')
    const join = (other: Parameters<typeof joinRoom>[2]): Promise<unknown> =>
      joinRoom(folder.kit, nobody, other)
    await expect(join({ ...who, nickname: ' ' })).rejects.toMatchObject({
      message: 'A nickname has at least one character.',
    })
    await expect(join({ ...who, roomCode: '12' })).rejects.toMatchObject({
      message: 'The code of a room is six letters and digits.',
    })
    await expect(join({ personalCode: 'ABC234' })).rejects.toMatchObject({
      message: 'A personal code looks like ABCD-EFGH-2345.',
    })
    await expect(join(who)).rejects.toMatchObject({ code: 'console-away' })
    expect(await readMembership(folder.kit)).toBeUndefined()
  })

  test('and is refused, is told why and what can be typed, and is where they were', async () => {
    await using folder = await temporaryKit()
    await using room = await new LoopbackConsole().open()
    const { membership } = await joinRoom(folder.kit, addressIn(room.origin), who)
    room.refuse = (path) =>
      path === '/api/join'
        ? { status: 409, refusal: { code: 'nickname-taken', message: '"Ada" is taken.\u001B[2J' } }
        : undefined
    await expect(joinRoom(folder.kit, addressIn(room.origin), who)).rejects.toMatchObject({
      code: 'refused',
      message: '"Ada" is taken.',
      fix: 'With --nickname <another one>, or with --code <your personal code>.',
    })
    expect(await readMembership(folder.kit)).toEqual(membership)
  })
})

describe('who leaves', () => {
  test('has no token any more, whether the console is there or not', async () => {
    await using folder = await temporaryKit()
    await using room = await new LoopbackConsole().open()
    const { kit } = folder
    const address = addressIn(room.origin)
    await joinRoom(kit, address, who)
    expect(await leaveRoom(kit)).toMatchObject({ trouble: null })
    expect(room.token).toBe('')
    await joinRoom(kit, address, who)
    await room.kill()
    expect(await leaveRoom(kit)).toMatchObject({ trouble: { code: 'console-away' } })
    expect(await readMembership(kit)).toBeUndefined()
    await expect(leaveRoom(kit)).rejects.toMatchObject({ code: 'not-joined' })
  })
})

test('a token is never sent to what is no console', async () => {
  await using folder = await temporaryKit()
  await using room = await new LoopbackConsole().open()
  const { membership } = await joinRoom(folder.kit, addressIn(room.origin), who)
  room.refuse = () => ({ status: 404, refusal: { code: 'unknown', message: 'What do you want?' } })
  const before = room.log.length
  await isStillIn(membership)
  await leaveRoom(folder.kit)
  expect(room.log.slice(before)).toEqual([])
})
