import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'

import { makeFolder } from '@five-pillars/judge/make-folder'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

import { KitError } from './kit-error.ts'

/** Every entry has the first moment that a zip can tell: the same content is the same file. */
const NEVER = new Date(1980, 0, 1)

/** Packing is done once and unpacked by many. */
const LEVEL = 9

/** Compressed already: twice would only cost time. */
const PACKED = /\.(?:tgz|age|png)$/

export interface ZipEntry {
  readonly name: string
  /** Read when its turn comes: a kit with its packages is larger than what should be in memory. */
  readonly read: () => Uint8Array
}

/**
 * Writes a zip, whole or not at all. The same entries give the same bytes on every machine: the
 * compression is fflate's, since that of Node differs from processor to processor.
 *
 * @returns its size in bytes
 * @throws KitError `not-writable`
 */
export function writeZip(file: string, entries: readonly ZipEntry[]): number {
  const part = `${file}.${process.pid}.part`
  let bytes = 0
  try {
    makeFolder(path.dirname(file))
    const out = openSync(part, 'w')
    try {
      pour(entries, (chunk) => {
        for (let at = 0; at < chunk.length;) at += writeSync(out, chunk, at)
        bytes += chunk.length
      })
      fsyncSync(out)
    } finally {
      closeSync(out)
    }
    renameSync(part, file)
  } catch (error) {
    if (!isOfDisk(error)) throw error
    // Where even the folder is none, there is nothing to take away.
    if (existsSync(part)) rmSync(part)
    throw new KitError('not-writable', `The kit cannot be written to ${file}: ${error.message}.`)
  }
  return bytes
}

function pour(entries: readonly ZipEntry[], write: (chunk: Uint8Array) => void): void {
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error
    write(chunk)
  })
  for (const { name, read } of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const entry = PACKED.test(name)
      ? new ZipPassThrough(name)
      : new ZipDeflate(name, { level: LEVEL })
    entry.mtime = NEVER
    zip.add(entry)
    entry.push(read(), true)
  }
  zip.end()
}

function isOfDisk(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}
