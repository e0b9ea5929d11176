import { certificate } from './certificate.ts'
import { fileName } from './file-names.ts'
import { learnerReport } from './learner-report.ts'
import { learnersCsv } from './learners-csv.ts'
import { readMe } from './read-me.ts'
import { roomJson } from './room-json.ts'
import type { RoomRecord } from './room-record.ts'
import { roomReport } from './room-report.ts'

/** A file of an export; folders are divided by `/`. */
export interface ExportEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Every file of a room's export, one after the other: certificates take a moment each. */
export async function* exportEntries(record: RoomRecord): AsyncGenerator<ExportEntry> {
  yield textEntry('report.md', roomReport(record))
  yield textEntry('learners.csv', learnersCsv(record))
  yield textEntry('room.json', roomJson(record))
  const byHand: string[] = []
  for (const [index, learner] of record.learners.entries()) {
    const name = fileName(learner.nickname, index)
    yield textEntry(`learners/${name}.md`, learnerReport(record, learner))
    const { pdf, isNamePrinted } = await certificate(record, learner)
    yield { name: `certificates/${name}.pdf`, bytes: pdf }
    if (!isNamePrinted) byHand.push(`certificates/${name}.pdf: ${learner.nickname}`)
  }
  yield textEntry('READ-ME.txt', readMe(record, byHand))
}

function textEntry(name: string, text: string): ExportEntry {
  return { name, bytes: new TextEncoder().encode(text) }
}
