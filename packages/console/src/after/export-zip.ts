import { Zip, ZipDeflate } from 'fflate'

import { exportEntries } from './export-entries.ts'
import type { RoomRecord } from './room-record.ts'

/** The same files as `exportRoom` writes, as one zip that is made while it is sent. */
export function exportZip(record: RoomRecord): ReadableStream<Uint8Array> {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error
    chunks.push(chunk)
  })
  const entries = exportEntries(record)
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await entries.next()
      if (done === true) zip.end()
      else {
        const entry = new ZipDeflate(value.name, { level: 6 })
        entry.mtime = record.at
        zip.add(entry)
        entry.push(value.bytes, true)
      }
      for (const chunk of chunks.splice(0)) controller.enqueue(chunk)
      if (done === true) controller.close()
    },
  })
}
