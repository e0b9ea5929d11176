import { existsSync } from 'node:fs'
import path from 'node:path'

import { oneDay } from '@five-pillars/content'
import { kitVersion } from '@five-pillars/judge/facts'

import type { ExportProgress } from './after/export-room.ts'
import { forgetRoom } from './after/forget-room.ts'
import type { Forgotten } from './after/forget-room.ts'
import { ConsoleError } from './console-error.ts'
import { loadExercises } from './exercise-facts.ts'
import { newRoomCode } from './secrets.ts'
import { Database } from './store/database.ts'
import { loadRoom } from './store/load-room.ts'
import { roomRecord } from './store/room-record.ts'

interface KeptRoom {
  /** The repository's folder. */
  readonly root: string
  /** Where the room's day was kept. */
  readonly folder: string
}

/**
 * Writes everything that a day left into a folder, while no console has the room open.
 *
 * @returns names of the files
 * @throws ConsoleError `no-room`, `room-in-use`, …
 * @throws ExportFailed
 */
export async function exportKeptRoom(
  { root, folder, out }: KeptRoom & { readonly out: string },
  onProgress?: (progress: ExportProgress) => void,
): Promise<readonly string[]> {
  const { exportRoom } = await import('./after/export-room.ts')
  using db = openKept(folder)
  const state = stateOf(db)
  const exercises = await loadExercises(root, () => {})
  const record = roomRecord({ db, state, exercises, kit: kitVersion, now: Date.now })
  return await exportRoom(record, out, onProgress)
}

/** What a room is called that was kept. Throws ConsoleError `no-room`, `room-in-use`, … */
export function keptRoomName(folder: string): string {
  using db = openKept(folder)
  return stateOf(db).name
}

/**
 * Deletes all personal data of a room, while no console has it open. Its name, its code and its agenda
 * stay.
 *
 * @param confirm its name, so that nobody deletes another one
 */
export async function forgetKeptRoom(folder: string, confirm: string): Promise<Forgotten> {
  using db = openKept(folder)
  const { name } = stateOf(db)
  if (confirm !== name) throw new ConsoleError('not-its-name', `"${name}"`)
  return await forgetRoom(db, folder)
}

function openKept(folder: string): Database {
  const file = path.join(folder, 'room.sqlite')
  if (!existsSync(file)) throw new ConsoleError('no-room', folder)
  return new Database(file)
}

function stateOf(db: Database): ReturnType<typeof loadRoom> {
  return loadRoom(db, { name: '', code: newRoomCode(), agenda: { ...oneDay, version: 1 } })
}
