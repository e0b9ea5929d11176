import { cp, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

import { openKit } from './open-kit.ts'
import { temporaryKit } from './temporary-kit.ts'
import { workplaceOf } from './workplace.ts'

describe('the folder of a kit', () => {
  test('any other folder is refused with the way to one', async () => {
    await using folder = await temporaryKit()
    const root = path.dirname(folder.kit.root)
    expect(() => openKit({ root, cwd: root })).toThrow(`${root} is no kit: it has no exercises.`)
  })

  test('a command may be given anywhere outside of another kit', async () => {
    await using folder = await temporaryKit()
    const { root } = folder.kit
    for (const cwd of [root, path.dirname(folder.file), path.dirname(root), '/nowhere/at all']) {
      expect(openKit({ root, cwd }).root).toBe(root)
    }
  })

  test('of two kits, one in the other, the one around the learner is meant', async () => {
    await using folder = await temporaryKit()
    const inner = path.join(folder.kit.root, 'again', 'kit')
    await mkdir(path.join(inner, 'packages/cli'), { recursive: true })
    await cp(path.join(folder.kit.root, 'exercises'), path.join(inner, 'exercises'), {
      recursive: true,
    })
    const inside = { root: folder.kit.root, cwd: path.join(inner, 'exercises/truth') }
    expect(() => openKit(inside)).toThrow(
      `You are in the kit ${inner}, and this command belongs to the kit ${folder.kit.root}.`,
    )
    expect(openKit({ root: inner, cwd: inner }).root).toBe(inner)
  })
})

describe('the folder of an exercise', () => {
  test('one that was renamed is found, and the way back is a command', async () => {
    await using folder = await temporaryKit()
    const { root } = folder.kit
    await rename(path.join(root, 'exercises/truth/quorum'), path.join(root, 'exercises/my quorum'))
    await expect(workplaceOf(folder.kit, 'quorum')).rejects.toMatchObject({
      message: 'The folder exercises/truth/quorum is not there; it is exercises/my quorum now.',
      fix: 'Name it as it was, nothing in it is lost: mv "exercises/my quorum" exercises/truth/quorum',
    })
  })

  test('one that is gone has its versions still', async () => {
    await using folder = await temporaryKit()
    await rm(path.join(folder.kit.root, 'exercises/truth'), { recursive: true })
    await expect(workplaceOf(folder.kit, 'quorum')).rejects.toMatchObject({
      message: expect.stringContaining('no other folder of exercises/ holds it.'),
      fix: expect.stringContaining('your versions are kept'),
    })
  })

  test('names of objects are no exercises', async () => {
    await using folder = await temporaryKit()
    for (const name of ['qorum', 'constructor', '__proto__', '../truth/quorum']) {
      await expect(workplaceOf(folder.kit, name)).rejects.toThrow(
        `Exercise "${name}" does not exist.`,
      )
    }
  })
})
