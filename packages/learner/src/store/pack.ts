import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import path from 'node:path'
import { promisify } from 'node:util'

import { z } from 'zod'

import type { Disk } from '../kit/disk.ts'

/**
 * Versions of one file are nearly the same text: many of them together take hardly more room than one.
 * What was kept long ago therefore lies in packs.
 */
export interface Pack {
  readonly file: string
  /** Number of its first and of its last version. */
  readonly from: number
  readonly to: number
}

const packedSchema = z.array(z.tuple([z.string(), z.string()]))

const compress = promisify(brotliCompress)
const decompress = promisify(brotliDecompress)

/** A window of 16 MiB, so that the last version of a pack still sees the first. */
const WINDOW_BITS = 24
/** Half a second for the densest is not worth the last tenth. */
const QUALITY = 6

/** The packs among the names of a folder, the oldest first. */
export function packsAmong(folder: string, names: readonly string[]): readonly Pack[] {
  return names
    .map((name) => ({ name, numbers: /^pack-(\d{6,})-(\d{6,})\.br$/.exec(name) }))
    .flatMap(({ name, numbers }) =>
      numbers === null
        ? []
        : [{ file: path.join(folder, name), from: Number(numbers[1]), to: Number(numbers[2]) }],
    )
    .toSorted((a, b) => a.from - b.from)
}

/** Name → content; undefined for a pack that is damaged or gone. */
export async function readPack(
  disk: Disk,
  { file }: Pack,
): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  const packed = await disk.read(file)
  if (packed === undefined) return undefined
  try {
    const text = (await decompress(packed)).toString('utf8')
    const pairs = packedSchema.parse(JSON.parse(text))
    return new Map(pairs.map(([name, bytes]) => [name, Buffer.from(bytes, 'latin1')]))
  } catch {
    return undefined
  }
}

/** @param contents in the order of their numbers, of which the name begins with one */
export async function writePack(
  disk: Disk,
  folder: string,
  contents: ReadonlyMap<string, Uint8Array>,
): Promise<Pack> {
  const names = [...contents.keys()]
  const [from = '', to = ''] = [names.at(0), names.at(-1)].map((name) => name?.split('-')[0])
  const file = path.join(folder, `pack-${from}-${to}.br`)
  // A byte is a character: whatever a file holds comes back as it was, and alike stays alike.
  const pairs = names.map((name) => [
    name,
    Buffer.from(contents.get(name) ?? []).toString('latin1'),
  ])
  const text = Buffer.from(JSON.stringify(pairs))
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS,
  }
  await disk.write(file, await compress(text, { params }))
  return { file, from: Number(from), to: Number(to) }
}
