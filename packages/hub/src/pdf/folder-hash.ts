import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** So many hexadecimal digits tell any two builds apart. */
const DIGITS = 16

/** A short name for all that a folder holds: the same files have the same one, on any platform. */
export async function folderHash(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
  const hash = createHash('sha256')
  for (const file of files) {
    hash.update(`${path.relative(folder, file).replaceAll('\\', '/')}\0`)
    hash.update(await readFile(file))
  }
  return hash.digest('hex').slice(0, DIGITS)
}
