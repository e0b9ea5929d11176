import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'

import type { Kit } from '../kit/open-kit.ts'
import { workplaceOf } from '../kit/workplace.ts'
import type { Workplace } from '../kit/workplace.ts'
import { writeTrouble } from '../kit/write-trouble.ts'
import { LearnerError } from '../learner-error.ts'
import { note } from '../progress/note.ts'
import { keptText } from './history.ts'
import { keep, readWork } from './save.ts'
import { starterOf } from './starter.ts'
import { hashOf } from './version.ts'
import type { Entry, Reason } from './version.ts'
import { wayToWrite } from './way-to-write.ts'
import type { WorkingSource, WorkingVersion } from './working-source.ts'

/** An editor may save at the very moment: that is kept too, and then it is tried again. */
const TRIES_MAX = 5

/** Bit of a file's mode by which its owner may write it; on Windows, that it is not read-only. */
const OWNER_WRITES = 0o200

/** A learner's file that was replaced. */
export interface Replaced {
  /** What the file held before; null where there was no file. `restore` of its number takes it back. */
  readonly before: Entry | null
  /** What it holds now. */
  readonly now: Entry
  /** Where that comes from, in words for the learner. */
  readonly from: string
}

/**
 * Puts a kept version back, after keeping what is there now.
 *
 * @throws LearnerError `unknown-version`, `damaged-version`, `read-only` and those of `save`; the file
 * is then as it was
 */
export async function restore(kit: Kit, slug: string, number: number): Promise<Replaced> {
  const workplace = await workplaceOf(kit, slug)
  const { content } = await keptText(kit, slug, number)
  return replace(kit, workplace, { content, reason: 'restore', from: `version ${number}` })
}

/**
 * Puts the starter back, after keeping what is there now.
 *
 * @throws LearnerError `no-starter` and those of `restore`
 */
export async function reset(kit: Kit, slug: string): Promise<Replaced> {
  const workplace = await workplaceOf(kit, slug)
  return replace(kit, workplace, { ...(await starterOf(kit, workplace)), reason: 'reset' })
}

/**
 * Puts a working version in place, so that the day goes on, after keeping what is there now.
 *
 * @param sources asked in this order
 * @throws LearnerError `no-working-version` and those of `restore`
 */
export async function catchUp(
  kit: Kit,
  slug: string,
  sources: readonly WorkingSource[],
): Promise<Replaced> {
  const workplace = await workplaceOf(kit, slug)
  const working = await firstOf(sources, workplace)
  if (working === undefined) {
    throw new LearnerError(
      'no-working-version',
      `No working version of "${slug}" is here: it is sealed in the kit, or with your host.`,
      `Ask your host for the passphrase, then run: npx five-pillars catchup ${slug} --passphrase <words>`,
    )
  }
  const content = new TextEncoder().encode(working.text)
  // Before it is in place: what passes with it is not counted as the learner's own.
  await note(kit, { kind: 'caught-up', exercise: slug, hash: hashOf(content) })
  return replace(kit, workplace, { content, reason: 'catchup', from: working.from })
}

async function firstOf(
  sources: readonly WorkingSource[],
  { exercise }: Workplace,
): Promise<WorkingVersion | undefined> {
  for (const source of sources) {
    const working = await source.workingVersion(exercise)
    if (working !== undefined) return working
  }
  return undefined
}

interface Replacement {
  readonly content: Uint8Array
  readonly reason: Reason
  readonly from: string
}

/**
 * Nothing is replaced that is not kept: both texts are on the disk as versions before the file is
 * touched, and the file is replaced whole.
 */
async function replace(
  kit: Kit,
  workplace: Workplace,
  { content, reason, from }: Replacement,
): Promise<Replaced> {
  const { exercise, name } = workplace
  await assertWritable(workplace)
  const target = await realpath(workplace.file).catch(() => workplace.file)
  for (let tries = 1; tries <= TRIES_MAX; tries++) {
    const mine = await readWork(kit, workplace)
    const before =
      mine === undefined ? null : await keep(kit, exercise.slug, { content: mine, reason, name })
    const { version: now } = await keep(kit, exercise.slug, { content, reason, name })
    const still = await readWork(kit, workplace)
    if (Buffer.compare(still ?? new Uint8Array(), mine ?? new Uint8Array()) !== 0) continue
    try {
      await kit.disk.write(target, content)
    } catch (error) {
      throw writeTrouble(error, name, path.dirname(name))
    }
    return { before: before?.version ?? null, now, from }
  }
  throw new LearnerError(
    'cannot-write',
    `${name} is being saved again and again; nothing was replaced, and every save is kept.`,
    'Close it in your editor, then run the same command again.',
  )
}

/** Replacing a file asks nothing of its own mode: who made it read-only meant it. */
async function assertWritable({ file, name }: Workplace): Promise<void> {
  const found = await stat(file).catch(() => undefined)
  if (found === undefined || (found.mode & OWNER_WRITES) !== 0) return
  throw new LearnerError(
    'read-only',
    `${name} is read-only, so it was left as it is.`,
    `Make it writable, then run the same command again: ${wayToWrite(name, process.platform)}`,
  )
}
