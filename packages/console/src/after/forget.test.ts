import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { openConsole } from '../open-console.ts'
import { Database } from '../store/database.ts'
import { forgetRoom } from './forget-room.ts'
import { forgetRows, keptText, personalTexts } from './forget-rows.ts'
import type { Forgotten } from './forget-room.ts'
import { searchFiles } from './search-files.ts'

let above = ''

beforeAll(async () => {
  above = await mkdtemp(path.join(tmpdir(), 'forget ö '))
})

afterAll(() => rm(above, { recursive: true, force: true }))

/** Something personal in every table that a room has. */
function fill(db: Database): void {
  const rows: [string, ...(string | number | Buffer)[]][] = [
    ['INSERT INTO documents VALUES (?, ?)', 'room', '{"name":"Autumn","code":"ABCDEF"}'],
    ['INSERT INTO documents VALUES (?, ?)', 'game-day', '{"members":["Personal Ada"]}'],
    [
      "INSERT INTO learners (id, nickname, code_hash, request, joined_at) VALUES ('a', ?, 'personal-code', 'personal-request', 1)",
      'Personal Ada',
    ],
    [
      "INSERT INTO sources VALUES ('personal-hash', ?)",
      Buffer.from('const personal = 1\n'.repeat(3000)),
    ],
    ["INSERT INTO verdicts VALUES ('personal-key', ?, 1)", '{"personal":"verdict"}'.repeat(500)],
    [
      `INSERT INTO submissions (id, learner, exercise, source, kit, sent_at, standing, verdict)
       VALUES ('personal-submission', 'a', 'quorum', 'personal-hash', '1', 1, 'judged', 'personal-key')`,
    ],
    [
      "INSERT INTO attempts (learner, exercise, at, kept, hints) VALUES ('a', 'quorum', 1, '[\"personal\"]', 0)",
    ],
    ["INSERT INTO hands (learner, at, is_raised, note) VALUES ('a', 1, 1, 'personal note')"],
    [
      "INSERT INTO releases (at, kind, exercise, learner) VALUES (1, 'hint', 'personal-quorum', 'a')",
    ],
    ["INSERT INTO announcements (at, text, is_up) VALUES (1, 'Personal: Ada leads', 1)"],
    ["INSERT INTO keys VALUES ('personal-phone', 'follow', 1)"],
  ]
  db.write(() => {
    for (const [sql, ...values] of rows) db.run(sql, ...values)
  })
}

describe('forgetting', () => {
  test('leaves nothing of anybody in any file, and what is of the room', async () => {
    const folder = await mkdtemp(path.join(above, 'rows-'))
    using db = new Database(path.join(folder, 'room.sqlite'))
    fill(db)
    for (const { name } of db.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      // A table that is new here is to be filled above.
      expect(db.row(`SELECT count(*) AS n FROM "${String(name)}"`)?.['n']).not.toBe(0)
    }
    const { deleted, searched } = await forgetRoom(db, folder)
    expect(deleted).toMatchObject({ learners: 1, sources: 1, verdicts: 1, submissions: 1, keys: 1 })
    expect(searched.texts).toBeGreaterThan(10)
    expect(searched.foundIn).toEqual([])
    expect(db.rows('SELECT hash FROM keys')).toEqual([])
    expect(db.rows('SELECT key FROM documents')).toEqual([{ key: 'room' }])
    for (const file of await readdir(folder)) {
      expect((await readFile(path.join(folder, file))).toString('latin1')).not.toMatch(
        /personal(?!_code)/iu,
      )
    }
  })

  test('would tell if something was left: rows alone stay in the log of the database', async () => {
    const folder = await mkdtemp(path.join(above, 'left-'))
    using db = new Database(path.join(folder, 'room.sqlite'))
    fill(db)
    const texts = personalTexts(db)
    db.write(() => forgetRows(db))
    const { foundIn } = await searchFiles(folder, texts, keptText(db))
    expect(foundIn).toEqual(['room.sqlite-wal'])
  })

  test('passes over what is not about a person, although one is called like it', async () => {
    const folder = await mkdtemp(path.join(above, 'word-'))
    using db = new Database(path.join(folder, 'room.sqlite'))
    fill(db)
    db.write(() => db.run("UPDATE learners SET nickname = 'learners'"))
    expect((await forgetRoom(db, folder)).searched.foundIn).toEqual([])
  })
})

test('a room that is open forgets: tokens end, the board is empty, and the day goes on', async () => {
  const folder = await mkdtemp(path.join(above, 'open-'))
  const room = await openConsole({ root: above, folder, port: 0, lanes: 0 })
  try {
    const key = new URL(room.hostUrl).hash.slice('#key='.length)
    const ask = (address: string, token?: string, body?: unknown): Promise<Response> =>
      fetch(new URL(address, room.url), {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    const request = { request: randomUUID(), nickname: 'Unforgettable', roomCode: room.roomCode }
    const { token }: { token: string } = JSON.parse(
      await (await ask('/api/join', undefined, request)).text(),
    )
    await ask('/api/hand', token, { isRaised: true, exercise: null, note: 'Where is the door?' })
    const submission = {
      id: randomUUID(),
      exercise: 'quorum',
      source: 'const mine = "unforgotten"',
      kit: '1',
    }
    expect((await ask('/api/submissions', token, submission)).status).toBe(202)
    await ask('/api/host/learners/nobody', token, { act: 'remove' })

    expect((await ask('/api/host/forget', token, { confirm: 'Five Pillars' })).status).toBe(403)
    expect((await ask('/api/host/forget', key, { confirm: 'five pillars' })).status).toBe(409)
    const answer = await ask('/api/host/forget', key, { confirm: 'Five Pillars' })
    const { deleted, searched }: Forgotten = JSON.parse(await answer.text())
    expect(deleted).toMatchObject({ learners: 1, submissions: 1, hands: 1 })
    expect(searched.foundIn).toEqual([])
    expect((await ask('/api/hand', token, {})).status).toBe(401)
    const view: unknown = JSON.parse(await (await ask('/api/host/view', key)).text())
    expect(view).toMatchObject({
      learners: [],
      broken: [],
      judged: 0,
      shown: null,
      queue: { waiting: 0, judging: 0 },
    })
    const again = { ...request, request: randomUUID() }
    expect((await ask('/api/join', undefined, again)).status).toBe(201)
  } finally {
    await room.close()
  }
})
