import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** How each of them begins: hundreds are looked for only in a file that has this. */
const BEGINNING = 'sentinel-'

export interface Leak {
  file: string
  sentinel: string
}

/** Every file below a folder, sorted. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
}

/** The sentinels that hidden files really use; each names the file it is in. */
export async function sentinelsOf(folder: string): Promise<string[]> {
  const texts = await Promise.all((await filesIn(folder)).map((file) => readFile(file, 'utf8')))
  return [...new Set(texts.flatMap((text) => text.match(/sentinel-[\w-]+/g) ?? []))]
}

/** Where sentinels appear in the files of a folder, in text files and in others alike. */
export async function leaksIn(folder: string, sentinels: readonly string[]): Promise<Leak[]> {
  const files = await filesIn(folder)
  const found = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file)
      if (!bytes.includes(BEGINNING)) return []
      return sentinels
        .filter((sentinel) => bytes.includes(sentinel))
        .map((sentinel) => ({ file, sentinel }))
    }),
  )
  return found.flat()
}
