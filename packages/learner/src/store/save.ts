import path from 'node:path'

import type { Kit } from '../kit/open-kit.ts'
import { workplaceOf } from '../kit/workplace.ts'
import type { Workplace } from '../kit/workplace.ts'
import { hasCode } from '../kit/node-disk.ts'
import { writeTrouble } from '../kit/write-trouble.ts'
import { LearnerError } from '../learner-error.ts'
import { contentOf, nextNumber, numberOf, shelfOf, tidy } from './shelf.ts'
import type { Shelf } from './shelf.ts'
import { entryOf, hashOf, nameOf } from './version.ts'
import type { Entry, Reason } from './version.ts'

/** As much as is judged; nobody types more. */
const BYTES_MAX = 256 * 1024

/** A hash has so many digits. */
const NUMBER_TRIES_MAX = 16

/** `unchanged`: the newest version is the same text already. `no-file`: there is nothing to keep. */
export type Saved =
  | { readonly kind: 'saved' | 'unchanged'; readonly version: Entry }
  | { readonly kind: 'no-file' }

/**
 * Keeps what a learner's file holds now. It is on the disk when this returns.
 *
 * @throws LearnerError `disk-full`, `cannot-write`, `too-large` or `not-a-file`, and those of
 * `workplaceOf`
 */
export async function save(kit: Kit, slug: string, reason: Reason): Promise<Saved> {
  const workplace = await workplaceOf(kit, slug)
  const content = await readWork(kit, workplace)
  if (content === undefined) return { kind: 'no-file' }
  return keep(kit, slug, { content, reason, name: workplace.name })
}

/**
 * What a learner's file holds now; undefined where there is none.
 *
 * @throws LearnerError `too-large` or `not-a-file`
 */
export async function readWork(
  kit: Kit,
  { file, name }: Workplace,
): Promise<Uint8Array | undefined> {
  const content = await kit.disk.read(file).catch((error: unknown) => {
    const why = hasCode(error, 'EISDIR') ? 'it is a folder' : String(error)
    const fix = `Move it away, then run the same command again: ${name}`
    throw new LearnerError('not-a-file', `${name} cannot be kept: ${why}.`, fix, error)
  })
  if (content === undefined || content.length <= BYTES_MAX) return content
  const kib = Math.ceil(content.length / 1024)
  throw new LearnerError(
    'too-large',
    `${name} is too large to be kept: ${kib} KiB, and the limit is ${BYTES_MAX / 1024} KiB.`,
    'Make it smaller, or move it away and run the same command again.',
  )
}

interface Kept {
  readonly content: Uint8Array
  readonly reason: Reason
  readonly name: string
}

/** Keeps a text as the newest version, unless it is that already. */
export async function keep(
  kit: Kit,
  slug: string,
  { content, reason, name }: Kept,
): Promise<Extract<Saved, { version: Entry }>> {
  const { disk } = kit
  const hash = hashOf(content)
  try {
    const shelf = await shelfOf(kit, slug)
    const newest = entryOf(shelf.loose.at(-1) ?? '')
    if (newest?.hash === hash && (await contentOf(disk, shelf, newest)) !== undefined) {
      return { kind: 'unchanged', version: newest }
    }
    const first = { number: nextNumber(shelf), at: kit.now(), reason, hash }
    await disk.write(path.join(shelf.folder, nameOf(first)), content)
    const placed = await withOwnNumber(kit, slug, first)
    await tidy(disk, placed.shelf)
    return { kind: 'saved', version: placed.version }
  } catch (error) {
    throw writeTrouble(error, `a copy of ${name}`, path.join(kit.work, 'history'))
  }
}

/**
 * Two commands may keep something at the same moment and give it the same number. Whoever sees the
 * other one moves on, by a step that depends on the text, until nobody else is there: of two at one
 * place, the later to come sees the other.
 */
async function withOwnNumber(
  kit: Kit,
  slug: string,
  first: Entry,
): Promise<{ version: Entry; shelf: Shelf }> {
  let version = first
  for (let tries = 0; ; tries++) {
    const shelf = await shelfOf(kit, slug)
    const name = nameOf(version)
    const isShared = shelf.loose.some(
      (other) => numberOf(other) === version.number && other !== name,
    )
    // Both are kept under one number, should it come to that.
    if (!isShared || tries >= NUMBER_TRIES_MAX) return { version, shelf }
    const step = Number.parseInt(version.hash.charAt(tries), 16)
    const moved = { ...version, number: nextNumber(shelf) + step }
    await kit.disk.rename(path.join(shelf.folder, name), path.join(shelf.folder, nameOf(moved)))
    version = moved
  }
}
