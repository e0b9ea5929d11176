import path from 'node:path'

import type { Kit } from '../kit/open-kit.ts'
import { workplaceOf } from '../kit/workplace.ts'
import type { Workplace } from '../kit/workplace.ts'
import { hasCode } from '../kit/node-disk.ts'
import { writeTrouble } from '../kit/write-trouble.ts'
import { LearnerError } from '../learner-error.ts'
import { contentOf, nextNumber, shelfOf, tidy } from './shelf.ts'
import { entryOf, hashOf, nameOf } from './version.ts'
import type { Entry, Reason } from './version.ts'

/** As much as is judged; nobody types more. */
const BYTES_MAX = 256 * 1024

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
    const version = { number: nextNumber(shelf), at: kit.now(), reason, hash }
    const file = nameOf(version)
    await disk.write(path.join(shelf.folder, file), content)
    await tidy(disk, { ...shelf, loose: [...shelf.loose, file] })
    return { kind: 'saved', version }
  } catch (error) {
    throw writeTrouble(error, `a copy of ${name}`, path.join(kit.work, 'history'))
  }
}
