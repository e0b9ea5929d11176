import path from 'node:path'

import { MAX_SOURCE_LENGTH, slugSchema, submissionIdSchema } from '@five-pillars/room'
import { z } from 'zod'

import type { Kit } from '../kit/open-kit.ts'
import { writeTrouble } from '../kit/write-trouble.ts'
import { roomFolder } from './membership.ts'

const letterSchema = z.object({
  /** The same however often it is sent, so that it arrives once. */
  id: submissionIdSchema,
  exercise: slugSchema,
  source: z.string().max(MAX_SOURCE_LENGTH),
  kit: z.string(),
  /** Who submitted it: it is sent in nobody else's name. */
  learner: z.string(),
  /** Milliseconds since 1970, by the clock of this machine. */
  at: z.number(),
})

/** A submission that is on this disk, and not yet on the console's. */
export type Letter = Readonly<z.infer<typeof letterSchema>>

const NAME = /^[a-z0-9-]+\.[0-9a-f-]{36}\.json$/

function outboxFolder(kit: Kit): string {
  return path.join(roomFolder(kit), 'outbox')
}

function fileOf(kit: Kit, { exercise, id }: Pick<Letter, 'exercise' | 'id'>): string {
  return path.join(outboxFolder(kit), `${exercise}.${id}.json`)
}

/**
 * Puts a submission on the disk; the older ones of its exercise go, once it is there.
 *
 * @throws LearnerError `disk-full` or `cannot-write`
 */
export async function putInOutbox(kit: Kit, letter: Letter): Promise<void> {
  const before = await outbox(kit, letter.learner)
  try {
    await kit.disk.write(fileOf(kit, letter), new TextEncoder().encode(JSON.stringify(letter)))
  } catch (error) {
    throw writeTrouble(error, 'your submission', outboxFolder(kit))
  }
  for (const older of before) {
    const isOther = older.id !== letter.id && older.exercise === letter.exercise
    if (isOther) await takeFromOutbox(kit, older)
  }
}

/** What waits to be sent in a learner's name, in the order in which it was submitted. */
export async function outbox(kit: Kit, learner: string): Promise<readonly Letter[]> {
  const own = (await allLetters(kit)).filter((letter) => letter.learner === learner)
  return own.toSorted((one, other) => one.at - other.at)
}

/** It is on the console's disk, or never will be. A newer one of its exercise stays. */
export async function takeFromOutbox(kit: Kit, letter: Letter): Promise<void> {
  await kit.disk.remove(fileOf(kit, letter))
}

/**
 * Removes what was submitted by somebody else: another room does not want it.
 *
 * @returns the exercises of what was removed
 */
export async function dropOutbox(kit: Kit, learner: string): Promise<readonly string[]> {
  const others = (await allLetters(kit)).filter((letter) => letter.learner !== learner)
  for (const letter of others) await takeFromOutbox(kit, letter)
  return others.map(({ exercise }) => exercise)
}

async function allLetters(kit: Kit): Promise<readonly Letter[]> {
  const folder = outboxFolder(kit)
  const letters: Letter[] = []
  for (const name of await kit.disk.list(folder)) {
    if (!NAME.test(name)) continue
    const content = await kit.disk.read(path.join(folder, name))
    const letter = letterIn(content)
    if (letter !== undefined) letters.push(letter)
  }
  return letters
}

function letterIn(content: Uint8Array | undefined): Letter | undefined {
  if (content === undefined) return undefined
  try {
    return letterSchema.safeParse(JSON.parse(new TextDecoder().decode(content))).data
  } catch {
    return undefined
  }
}
