import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { makeFolder } from '@five-pillars/judge/make-folder'

import { exportEntries } from './export-entries.ts'
import type { RoomRecord } from './room-record.ts'

export interface ExportProgress {
  readonly done: number
  readonly total: number
  /** What has just been written. */
  readonly name: string
}

/** A file of the export could not be written. */
class ExportFailed extends Error {
  readonly code = 'export-failed'
  readonly title = 'The export could not be written.'
  readonly fix =
    'Make room on the disk, or name another folder: the same command writes all of it anew.'

  constructor(file: string, cause: unknown) {
    super(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'ExportFailed'
  }
}

/** Report, CSV, JSON and what is not of one learner; each learner has two more files. */
const COMMON_FILES = 4

/**
 * Writes everything that a day leaves into a folder, each file whole or not at all. What lay there
 * under the same names is replaced.
 *
 * @returns names of the files, in the order in which they were written
 * @throws ExportFailed
 */
export async function exportRoom(
  record: RoomRecord,
  folder: string,
  onProgress?: (progress: ExportProgress) => void,
): Promise<string[]> {
  const names: string[] = []
  const total = COMMON_FILES + 2 * record.learners.length
  for await (const { name, bytes } of exportEntries(record)) {
    await write(path.join(folder, ...name.split('/')), bytes)
    names.push(name)
    onProgress?.({ done: names.length, total, name })
  }
  return names
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  const half = `${file}.${process.pid}.part`
  try {
    makeFolder(path.dirname(file))
    await writeFile(half, bytes)
    await rename(half, file)
  } catch (error) {
    throw new ExportFailed(file, error)
  }
}
