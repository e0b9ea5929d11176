import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { SiteError } from './site-error.ts'

/** One file of the site; its name has slashes and begins with none. */
export interface SiteFile {
  name: string
  body: Uint8Array
}

export interface WrittenSite {
  files: number
  bytes: number
  /** How many of them were new or different. */
  changed: number
  /** How many are no longer part of the site and were removed. */
  removed: number
}

/** Says which files are ours: the next build removes those that it does not write. */
const LIST = '.five-pillars-site'

/**
 * Writes what is new or different, and removes what an earlier site left. A folder with files of
 * somebody else's is not touched.
 *
 * @throws SiteError `folder-not-ours`
 */
export async function writeSite(out: string, files: AsyncIterable<SiteFile>): Promise<WrittenSite> {
  const before = await ownFiles(out)
  const written: WrittenSite = { files: 0, bytes: 0, changed: 0, removed: 0 }
  const now = new Set<string>()
  for await (const { name, body } of files) {
    now.add(name)
    written.files += 1
    written.bytes += body.length
    if (await put(path.join(out, ...name.split('/')), body)) written.changed += 1
  }
  for (const name of before) {
    if (now.has(name)) continue
    await rm(path.join(out, ...name.split('/')), { force: true })
    written.removed += 1
  }
  await mkdir(out, { recursive: true })
  await writeFile(path.join(out, LIST), `${[...now].toSorted().join('\n')}\n`)
  return written
}

async function ownFiles(out: string): Promise<readonly string[]> {
  if (!existsSync(out)) return []
  const list = path.join(out, LIST)
  if (existsSync(list)) {
    const names = (await readFile(list, 'utf8')).split('\n').filter(Boolean)
    // A list that somebody wrote by hand must not reach beyond the folder.
    return names.filter((name) => !name.split(/[/\\]/).includes('..') && !path.isAbsolute(name))
  }
  if ((await readdir(out)).length === 0) return []
  throw new SiteError(
    'folder-not-ours',
    `"${out}" has files that no site build wrote.`,
    'Name a new or an empty folder: npx five-pillars build-site --out site',
  )
}

/** Whether anything had to be written. */
async function put(file: string, body: Uint8Array): Promise<boolean> {
  const present = await readFile(file).catch(() => undefined)
  if (present !== undefined && present.equals(body)) return false
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, body)
  return true
}
