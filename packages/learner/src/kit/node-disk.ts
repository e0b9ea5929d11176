import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

import type { Disk } from './disk.ts'

/** Windows refuses to replace a file that an editor or a scanner holds, mostly for a moment. */
const REPLACE_TRIES = 5
const REPLACE_WAIT_MS = 40

/** Mode of a file that its owner alone reads and writes; on Windows a home is private as it is. */
const OWNER_ONLY = 0o600

/**
 * The disk of this machine.
 *
 * @param spare folder of files that are not whole yet: what a killed process leaves is removed there
 */
export function nodeDisk(spare: string): Disk {
  let swept: Promise<void> | undefined
  return {
    read: (file) => unlessMissing(readFile(file), undefined),
    list: (folder) => unlessMissing(readdir(folder), []),
    remove: (file) => rm(file, { force: true }),
    rename: replace,
    async write(file, content, options) {
      swept ??= sweep(spare)
      await swept
      await mkdir(path.dirname(file), { recursive: true })
      const before = (await unlessMissing(stat(file), undefined))?.mode
      const mode = options?.isPrivate === true ? OWNER_ONLY : before
      const name = `${process.pid}-${randomBytes(6).toString('hex')}`
      const near = path.join(spare, name)
      try {
        await writeThrough(near, content, mode)
        await replace(near, file)
      } catch (error) {
        await rm(near, { force: true })
        // The file lies on another disk than the spare folder: then beside it.
        if (!hasCode(error, 'EXDEV')) throw error
        await writeBeside(file, content, mode)
      }
      await syncFolder(path.dirname(file))
    },
    async append(file, text) {
      await mkdir(path.dirname(file), { recursive: true })
      await using handle = await open(file, 'a')
      await handle.writeFile(text)
      await handle.datasync()
    },
  }
}

async function writeBeside(file: string, content: Uint8Array, mode?: number): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`
  try {
    await writeThrough(beside, content, mode)
    await replace(beside, file)
  } finally {
    await rm(beside, { force: true })
  }
}

async function writeThrough(file: string, content: Uint8Array, mode?: number): Promise<void> {
  await using handle = await open(file, 'w', mode)
  await handle.writeFile(content)
  await handle.datasync()
}

async function replace(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await rename(from, to)
    } catch (error) {
      const isHeld = ['EPERM', 'EACCES', 'EBUSY'].some((code) => hasCode(error, code))
      if (!isHeld || tries >= REPLACE_TRIES) throw error
      await new Promise((resolve) => void setTimeout(resolve, REPLACE_WAIT_MS))
    }
  }
}

/** So that the name is there after a power cut, too; Windows cannot and need not. */
async function syncFolder(folder: string): Promise<void> {
  try {
    await using handle = await open(folder, 'r')
    await handle.sync()
  } catch {
    // The content is on the disk already.
  }
}

/** Removes what processes left that are gone. */
async function sweep(spare: string): Promise<void> {
  await mkdir(spare, { recursive: true })
  for (const name of await readdir(spare)) {
    if (!isAlive(Number.parseInt(name, 10))) await rm(path.join(spare, name), { force: true })
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

async function unlessMissing<Found, Missing>(
  found: Promise<Found>,
  missing: Missing,
): Promise<Found | Missing> {
  try {
    return await found
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return missing
    throw error
  }
}

/** Whether an error of Node has this code, such as `ENOENT`. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
