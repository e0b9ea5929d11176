import { z } from 'zod'

import type { Agenda, Clock } from '../agenda/clock.ts'
import type { Shown } from '../room/state.ts'
import { gameDayShape } from '../game-day/state.ts'
import type { GameDayState } from '../game-day/state.ts'
import { textIn } from './columns.ts'
import type { Database } from './database.ts'

/** Things of which a room has one each. */
interface Documents {
  room: { name: string; code: string }
  address: { port: number }
  agenda: Agenda
  clock: Clock
  shown: Shown | null
  leaderboard: { isOn: boolean }
  /** It is on the screen for everybody to see, and therefore no secret of the room's file. */
  follow: { token: string } | null
  'game-day': GameDayState
}

const shapes: { readonly [Key in keyof Documents]: z.ZodType<Documents[Key]> } = {
  room: z.object({ name: z.string(), code: z.string() }),
  address: z.object({ port: z.number().int() }),
  agenda: z.object({
    version: z.number().int(),
    begins: z.string(),
    blocks: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        kind: z.enum(['deck', 'exercise', 'break', 'talk']),
        slug: z.string().nullable(),
        minutes: z.number(),
        priority: z.enum(['must', 'should', 'could']),
      }),
    ),
  }),
  clock: z.object({
    plannedStart: z.number().nullable(),
    done: z.array(
      z.object({
        block: z.string(),
        from: z.number(),
        to: z.number(),
        extraMs: z.number(),
        pausedMs: z.number(),
      }),
    ),
    now: z
      .object({
        block: z.string(),
        from: z.number(),
        extraMs: z.number(),
        pausedMs: z.number(),
        pausedAt: z.number().nullable(),
      })
      .nullable(),
    dropped: z.array(z.string()),
  }),
  shown: z
    .object({
      submission: z.string(),
      as: z.enum(['anonymous', 'named']),
      promise: z.string().nullable(),
    })
    .nullable(),
  leaderboard: z.object({ isOn: z.boolean() }),
  follow: z.object({ token: z.string() }).nullable(),
  'game-day': gameDayShape,
}

/** What is kept under a name; undefined where nothing is. */
export function readDocument<Key extends keyof Documents>(
  db: Database,
  key: Key,
): Documents[Key] | undefined {
  const row = db.row('SELECT value FROM documents WHERE key = ?', key)
  if (row === undefined) return undefined
  return shapes[key].parse(JSON.parse(textIn(row, 'value')))
}

/** Inside `write` only. */
export function putDocument<Key extends keyof Documents>(
  db: Database,
  key: Key,
  value: Documents[Key],
): void {
  db.run(
    'INSERT INTO documents (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    JSON.stringify(value),
  )
}
