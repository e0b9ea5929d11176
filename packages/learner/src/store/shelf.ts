import path from 'node:path'

import type { Disk } from '../kit/disk.ts'
import type { Kit } from '../kit/open-kit.ts'
import { packsAmong, readPack, writePack } from './pack.ts'
import type { Pack } from './pack.ts'
import { entryOf, hashOf, nameOf } from './version.ts'
import type { Entry } from './version.ts'

/** So many versions lie as files that anybody can open; older ones are packed, half of them at a time. */
const LOOSE_MAX = 256

/** Of all packs of an exercise. A pack of 128 versions takes some 20 KiB: ten thousand take 2 MiB. */
const PACKED_BYTES_MAX = 32 * 2 ** 20

/** Of a version of any kit, also of one that knows more reasons than this. */
const VERSION_NAME = /^\d{8}-\d{8}T\d{9}Z-[a-z]+-[0-9a-f]{16}\.ts$/

/** What is kept of one learner's file, as a folder says it. */
export interface Shelf {
  readonly folder: string
  /** Names of the files, in the order in which they were kept. */
  readonly loose: readonly string[]
  readonly packs: readonly Pack[]
}

export async function shelfOf({ work, disk }: Kit, slug: string): Promise<Shelf> {
  const folder = path.join(work, 'history', slug)
  const names = await disk.list(folder)
  // A name begins with its number, in eight digits: their order is that of the numbers.
  const loose = names.filter((name) => VERSION_NAME.test(name)).toSorted()
  return { folder, loose, packs: packsAmong(folder, names) }
}

/** The number that the next version gets: above all that are there. */
export function nextNumber({ loose, packs }: Shelf): number {
  return Math.max(numberOf(loose.at(-1) ?? '0'), packs.at(-1)?.to ?? 0) + 1
}

/** The number that a name begins with. */
export function numberOf(name: string): number {
  return Number.parseInt(name, 10)
}

/** All that is kept, packed or not, in the order in which it was kept. */
export async function entriesOn(disk: Disk, shelf: Shelf): Promise<readonly Entry[]> {
  const names = new Set(shelf.loose)
  for (const pack of shelf.packs) {
    for (const name of (await readPack(disk, pack))?.keys() ?? []) names.add(name)
  }
  return [...names]
    .flatMap((name) => entryOf(name) ?? [])
    .toSorted((one, other) => one.number - other.number || one.at - other.at)
}

/** Undefined where it is gone, or is not what its name says. */
export async function contentOf(
  disk: Disk,
  shelf: Shelf,
  entry: Entry,
): Promise<Uint8Array | undefined> {
  const name = nameOf(entry)
  const loose = await disk.read(path.join(shelf.folder, name))
  if (loose !== undefined && hashOf(loose) === entry.hash) return loose
  for (const pack of shelf.packs) {
    if (entry.number < pack.from || entry.number > pack.to) continue
    const packed = (await readPack(disk, pack))?.get(name)
    if (packed !== undefined && hashOf(packed) === entry.hash) return packed
  }
  return undefined
}

/**
 * Packs the older half where much lies about, and lets the oldest packs go where all of them together
 * are too large. A version is removed only when it has been read from its pack.
 */
export async function tidy(disk: Disk, { folder, loose, packs }: Shelf): Promise<void> {
  if (loose.length <= LOOSE_MAX) return
  const old = new Map<string, Uint8Array>()
  for (const name of loose.slice(0, LOOSE_MAX / 2)) {
    const content = await disk.read(path.join(folder, name))
    // Somebody else is packing at this moment.
    if (content === undefined) return
    old.set(name, content)
  }
  const pack = await writePack(disk, folder, old)
  const written = await readPack(disk, pack)
  for (const [name, content] of old) {
    if (Buffer.compare(written?.get(name) ?? new Uint8Array(), content) !== 0) return
  }
  for (const name of old.keys()) await disk.remove(path.join(folder, name))
  await letGo(disk, [...packs, pack])
}

async function letGo(disk: Disk, packs: readonly Pack[]): Promise<void> {
  let bytes = 0
  for (const { file } of packs.toReversed()) {
    bytes += (await disk.read(file))?.length ?? 0
    if (bytes > PACKED_BYTES_MAX) await disk.remove(file)
  }
}
