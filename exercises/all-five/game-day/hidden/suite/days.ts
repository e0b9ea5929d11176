import { playDay } from '../../day.ts'
import { incidents } from '../../incidents.ts'
import type { Incident } from '../../incidents.ts'
import { sheetOf } from '../../sheet.ts'
import type { Sheet } from '../../sheet.ts'
import { readTuning } from '../../tuning.ts'
import { referenceParts } from './reference-parts.ts'
import type { Subject } from './subject.ts'

/** Several promises look at the same day: it is played once. */
const played = new WeakMap<Subject, Map<string, Promise<Sheet>>>()

/** How a day of these incidents went, with the parts of the submission. */
export function sheetOfDay(
  subject: Subject,
  seed: number,
  day: readonly Incident[] = incidents,
): Promise<Sheet> {
  const known = played.get(subject) ?? new Map<string, Promise<Sheet>>()
  played.set(subject, known)
  const key = [seed, ...day.map(({ id }) => id)].join(' ')
  const sheet = known.get(key) ?? play(subject, seed, day)
  known.set(key, sheet)
  return sheet
}

async function play(subject: Subject, seed: number, day: readonly Incident[]): Promise<Sheet> {
  if (day.length === 0) throw new Error('sentinel-game-day-days.ts: a day without incidents')
  const parts = { ...referenceParts, ...subject.parts }
  return sheetOf(await playDay({ tuning: readTuning(subject.tuning), parts }, { seed, day }), day)
}
