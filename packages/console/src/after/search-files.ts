import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** What was looked for, where, and what of it is there still. */
export interface Searched {
  readonly files: number
  readonly bytes: number
  readonly texts: number
  /** Names of files in which one of them is, relative to the folder. */
  readonly foundIn: readonly string[]
}

/**
 * Looks for texts in every byte of every file below a folder: also in what a database has given free,
 * and in its log.
 *
 * @param texts those of them that are in `kept` are passed over, since they may be there
 */
export async function searchFiles(
  folder: string,
  texts: ReadonlySet<string>,
  kept: string,
): Promise<Searched> {
  const needles = [...texts].filter((text) => !kept.includes(text)).map((text) => Buffer.from(text))
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const foundIn: string[] = []
  let bytes = 0
  for (const { parentPath, name } of files) {
    const file = path.join(parentPath, name)
    const content = await readFile(file)
    bytes += content.length
    if (needles.some((needle) => content.includes(needle)))
      foundIn.push(path.relative(folder, file))
  }
  return { files: files.length, bytes, texts: needles.length, foundIn }
}
