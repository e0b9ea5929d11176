import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { PrinterError } from './printer-error.ts'

/**
 * Makes the folder and proves that a file can be written there, before any page is printed.
 *
 * @throws PrinterError `out-not-writable`.
 */
export async function openOutFolder(out: string): Promise<void> {
  await orNotWritable(out, async () => {
    await makeFolder(path.resolve(out))
    const probe = path.join(out, `.five-pillars-${randomUUID()}`)
    await writeFile(probe, '')
    await rm(probe)
  })
}

/** Level by level: on `/proc` and its like Node's own recursive mkdir tries again for ever. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return
  await makeFolder(path.dirname(folder))
  await mkdir(folder)
}

/** Writes under another name first: whoever opens the file sees the old one or the whole new one. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = unfinishedName(file)
  await orNotWritable(path.dirname(file), async () => {
    try {
      await writeFile(unfinished, bytes)
      await rename(unfinished, file)
    } finally {
      await rm(unfinished, { force: true })
    }
  })
}

/** The same for a folder of files, which replaces the one that was there. */
export async function writeWholeFolder(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const unfinished = unfinishedName(folder)
  await orNotWritable(path.dirname(folder), async () => {
    try {
      await mkdir(unfinished)
      for (const [name, bytes] of files) await writeFile(path.join(unfinished, name), bytes)
      await rm(folder, { recursive: true, force: true })
      await rename(unfinished, folder)
    } finally {
      await rm(unfinished, { recursive: true, force: true })
    }
  })
}

function unfinishedName(target: string): string {
  return path.join(path.dirname(target), `.${path.basename(target)}-${randomUUID()}`)
}

async function orNotWritable(folder: string, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new PrinterError('out-not-writable', `"${folder}" (${reason}).`, { cause: error })
  }
}
