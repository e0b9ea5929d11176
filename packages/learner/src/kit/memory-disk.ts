import path from 'node:path'

import type { Disk } from './disk.ts'

/** A disk without a machine, for tests that do many thousand things with it. */
export function memoryDisk(): Disk {
  const folders = new Map<string, Map<string, Uint8Array>>()
  const filesBeside = (file: string): Map<string, Uint8Array> => {
    const folder = path.dirname(file)
    const known = folders.get(folder) ?? new Map<string, Uint8Array>()
    folders.set(folder, known)
    return known
  }
  return {
    read: async (file) => filesBeside(file).get(path.basename(file)),
    list: async (folder) => [...(folders.get(folder)?.keys() ?? [])],
    remove: async (file) => void filesBeside(file).delete(path.basename(file)),
    write: async (file, content) => void filesBeside(file).set(path.basename(file), content),
    async append(file, text) {
      const before = filesBeside(file).get(path.basename(file)) ?? new Uint8Array()
      filesBeside(file).set(path.basename(file), Buffer.concat([before, Buffer.from(text)]))
    },
    rename: async (from, to) => {
      const content = filesBeside(from).get(path.basename(from))
      if (content === undefined) throw new Error(`${from} is not there`)
      filesBeside(to).set(path.basename(to), content)
      filesBeside(from).delete(path.basename(from))
    },
  }
}
