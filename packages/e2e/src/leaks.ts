import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** How each of them begins: hundreds are looked for only where a file has this. */
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
  const longest = Math.max(0, ...sentinels.map((sentinel) => sentinel.length))
  const found = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file)
      const texts = placesOf(bytes).map((at) => bytes.toString('latin1', at, at + longest))
      return sentinels
        .filter((sentinel) => texts.some((text) => text.startsWith(sentinel)))
        .map((sentinel) => ({ file, sentinel }))
    }),
  )
  return found.flat()
}

/** Where sentinels begin, or something that looks like one. */
function placesOf(bytes: Buffer): number[] {
  const places: number[] = []
  for (let at = bytes.indexOf(BEGINNING); at !== -1; at = bytes.indexOf(BEGINNING, at + 1)) {
    places.push(at)
  }
  return places
}
