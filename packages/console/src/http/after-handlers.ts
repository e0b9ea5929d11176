import { z } from 'zod'

import type { LearnerRecord, RoomRecord } from '../after/room-record.ts'
import { forgetOpenRoom } from '../acts/forget.ts'
import { roomRecord } from '../store/room-record.ts'
import type { Handlers } from './ask.ts'
import { Refused } from './refused.ts'
import type { afterRoutes } from './routes.ts'

/** What is left of a day, and how it is deleted. */
export const afterHandlers: Handlers<keyof typeof afterRoutes> = {
  exported: async (desk, { c }) => {
    const make = ownIn(makers, c.req.param('what'))
    if (make === undefined) throw noFile()
    return make(roomRecord(desk))
  },
  exportedOf: async (desk, { c }) => {
    const make = ownIn(learnerMakers, c.req.param('kind'))
    if (make === undefined) throw noFile()
    return make(roomRecord(desk), c.req.param('file') ?? '')
  },
  forget: async (desk, { c, body }) => {
    const { confirm } = await body(z.strictObject({ confirm: z.string().max(200) }))
    if (confirm !== desk.state.name) {
      throw new Refused('conflict', `Nothing was deleted: the room is called "${desk.state.name}".`)
    }
    return c.json(await forgetOpenRoom(desk))
  },
}

/** What draws and packs is loaded with the first export, not with the console. */
const makers: Readonly<Record<string, (record: RoomRecord) => Promise<Response>>> = {
  'learners.csv': async (record) => {
    const { learnersCsv } = await import('../after/learners-csv.ts')
    return file('learners.csv', 'text/csv; charset=utf-8', learnersCsv(record))
  },
  'room.json': async (record) => {
    const { roomJson } = await import('../after/room-json.ts')
    return file('room.json', 'application/json', roomJson(record))
  },
  'report.md': async (record) => {
    const { roomReport } = await import('../after/room-report.ts')
    return file('report.md', 'text/markdown; charset=utf-8', roomReport(record))
  },
  'all.zip': async (record) => {
    const { exportZip } = await import('../after/export-zip.ts')
    return file('five-pillars-room.zip', 'application/zip', exportZip(record))
  },
}

const learnerMakers: Readonly<
  Record<string, (record: RoomRecord, name: string) => Promise<Response>>
> = {
  learner: async (record, name) => {
    const { learnerReport } = await import('../after/learner-report.ts')
    const text = learnerReport(record, learnerIn(record, name, '.md'))
    return file(name, 'text/markdown; charset=utf-8', text)
  },
  certificate: async (record, name) => {
    const { certificate } = await import('../after/certificate.ts')
    const { pdf } = await certificate(record, learnerIn(record, name, '.pdf'))
    return file(name, 'application/pdf', new Uint8Array(pdf))
  },
}

function ownIn<Make>(
  all: Readonly<Record<string, Make>>,
  name: string | undefined,
): Make | undefined {
  return name !== undefined && Object.hasOwn(all, name) ? all[name] : undefined
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
