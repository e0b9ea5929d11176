import { z } from 'zod'

import { certificate } from '../after/certificate.ts'
import { exportZip } from '../after/export-zip.ts'
import { learnerReport } from '../after/learner-report.ts'
import { learnersCsv } from '../after/learners-csv.ts'
import { roomJson } from '../after/room-json.ts'
import type { LearnerRecord, RoomRecord } from '../after/room-record.ts'
import { roomReport } from '../after/room-report.ts'
import { forgetRoom } from '../acts/forget.ts'
import { roomRecord } from '../store/room-record.ts'
import type { Handlers } from './ask.ts'
import { Refused } from './refused.ts'
import type { afterRoutes } from './routes.ts'

/** What is left of a day, and how it is deleted. */
export const afterHandlers: Handlers<keyof typeof afterRoutes> = {
  exported: (desk, { c }) => {
    const record = roomRecord(desk)
    switch (c.req.param('what')) {
      case 'learners.csv':
        return file('learners.csv', 'text/csv; charset=utf-8', learnersCsv(record))
      case 'room.json':
        return file('room.json', 'application/json', roomJson(record))
      case 'report.md':
        return file('report.md', 'text/markdown; charset=utf-8', roomReport(record))
      case 'all.zip':
        return file('five-pillars-room.zip', 'application/zip', exportZip(record))
      case undefined:
      default:
        throw noFile()
    }
  },
  exportedOf: async (desk, { c }) => {
    const record = roomRecord(desk)
    const name = c.req.param('file') ?? ''
    if (c.req.param('kind') === 'learner') {
      const text = learnerReport(record, learnerIn(record, name, '.md'))
      return file(name, 'text/markdown; charset=utf-8', text)
    }
    if (c.req.param('kind') === 'certificate') {
      const { pdf } = await certificate(record, learnerIn(record, name, '.pdf'))
      return file(name, 'application/pdf', new Uint8Array(pdf))
    }
    throw noFile()
  },
  forget: async (desk, { c, body }) => {
    const { confirm } = await body(z.strictObject({ confirm: z.string().max(200) }))
    if (confirm !== desk.state.name) {
      throw new Refused('conflict', `Nothing was deleted: the room is called "${desk.state.name}".`)
    }
    await forgetRoom(desk)
    return c.json({})
  },
}

function noFile(): Refused {
  return new Refused(
    'unknown',
    'There are learners.csv, room.json, report.md, all.zip, learner/<id>.md and certificate/<id>.pdf.',
  )
}

function learnerIn(record: RoomRecord, name: string, ending: string): LearnerRecord {
  const learner = record.learners.find(({ id }) => `${id}${ending}` === name)
  if (learner === undefined) throw new Refused('unknown', 'There is no such learner in the room.')
  return learner
}

/** As a file to keep: nothing in it is shown as a page of the console. */
function file(
  name: string,
  type: string,
  content: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
): Response {
  return new Response(content, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
