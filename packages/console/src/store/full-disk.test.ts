import { randomUUID } from 'node:crypto'

import { submissionSchema } from '@five-pillars/room'
import type { Joined } from '@five-pillars/room'
import { expect, test } from 'vitest'

import { openRoom } from '../testing/open-room.ts'
import type { Answer, Room } from '../testing/open-room.ts'
import { Database } from './database.ts'

/** More than fits into what is left of a disk that is nearly full. */
const SOURCE = 'x'.repeat(20_000)
const PLENTY = 1_000_000

/** A room whose disk has so many pages left, and the way to make it larger. */
async function nearlyFull(left: number): Promise<{ room: Room; ada: Joined; grow: () => void }> {
  let database: Database | undefined
  const room = await openRoom({
    openDatabase(file, onDisk) {
      database = new Database(file, onDisk)
      return database
    },
  })
  const ada = await room.join('Ada')
  database?.limitPages(database.pages + left)
  return { room, ada, grow: () => database?.limitPages(PLENTY) }
}

function send(room: Room, ada: Joined, id: string): Promise<Answer> {
  return room.ask('POST', '/api/submissions', {
    token: ada.token,
    body: { id, exercise: 'quorum', source: SOURCE + id, kit: ada.kit },
  })
}

async function sendOne(room: Room, ada: Joined): Promise<{ id: string; answer: Answer }> {
  const id = randomUUID()
  return { id, answer: await send(room, ada, id) }
}

async function troublesOf(room: Room): Promise<unknown> {
  const { body } = await room.ask('GET', '/api/host/view', { token: room.hostKey })
  return body
}

test.each([0, 1, 7, 20])(
  'with %i pages left, what was acknowledged is there and what was not is refused',
  async (left) => {
    const { room, ada, grow } = await nearlyFull(left)
    await using _ = room
    const taken: string[] = []
    let sent = await sendOne(room, ada)
    while (sent.answer.status === 202) {
      taken.push(sent.id)
      sent = await sendOne(room, ada)
    }
    const refused = sent.id
    expect(sent.answer).toMatchObject({
      status: 507,
      body: { code: 'disk-full', retryAfter: 5 },
    })

    // The host sees it, also from a page that is opened now, and everything else is answered.
    expect(await troublesOf(room)).toMatchObject({
      troubles: [{ id: 'disk-full', isGrave: true }],
    })
    const entered = await room.ask('POST', '/api/host/enter', { body: { key: room.hostKey } })
    expect(entered.status).toBe(200)
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    const page = await room.ask('GET', '/api/host/view', { headers: { cookie } })
    expect(page.status).toBe(200)
    for (const id of taken) {
      const { body } = await room.ask('GET', `/api/submissions/${id}`, { token: ada.token })
      expect(submissionSchema.parse(body).id).toBe(id)
    }
    const gone = await room.ask('GET', `/api/submissions/${refused}`, { token: ada.token })
    expect(gone.status).toBe(404)

    // There is room again: the same one is taken, and the trouble is over.
    grow()
    expect((await send(room, ada, refused)).status).toBe(202)
    expect(await troublesOf(room)).toMatchObject({ troubles: [] })
    await room.reopen()
    for (const id of [...taken, refused]) {
      const { status } = await room.ask('GET', `/api/submissions/${id}`, { token: ada.token })
      expect(status).toBe(200)
    }
  },
)

test('two consoles of one room are one too many', async () => {
  await using room = await openRoom()
  await expect(openRoom({ folder: room.folder })).rejects.toMatchObject({ code: 'room-in-use' })
})
