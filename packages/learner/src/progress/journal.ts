import path from 'node:path'

import type { Kit } from '../kit/open-kit.ts'
import { eventSchema } from './event.ts'
import type { LearnerEvent } from './event.ts'

/** A file of the journal is closed at this size; it is read whole at each check. */
const BYTES_MAX = 128 * 1024

/** Closed files that are kept: of some thousand events each. */
const CLOSED_MAX = 64

const CLOSED = /^journal-(\d{6})\.jsonl$/

/** Adds an event. A line that was cut off by the end of a process does not spoil the next one. */
export async function addToJournal(kit: Kit, event: LearnerEvent): Promise<void> {
  await kit.disk.append(path.join(kit.work, 'journal.jsonl'), `\n${JSON.stringify(event)}`)
}

/** The events of the open file of the journal, in the order in which they were noted. */
export async function recentEvents(kit: Kit): Promise<readonly LearnerEvent[]> {
  return eventsIn(kit, 'journal.jsonl')
}

/** All events that are kept. A line that is damaged is left out. */
export async function readJournal(kit: Kit): Promise<readonly LearnerEvent[]> {
  const closed = await closedFiles(kit)
  const events: LearnerEvent[] = []
  for (const name of [...closed, 'journal.jsonl']) events.push(...(await eventsIn(kit, name)))
  return events
}

/** Closes a file that has become long. Only when progress is written: it holds the sum of it. */
export async function turnPage(kit: Kit): Promise<void> {
  const open = path.join(kit.work, 'journal.jsonl')
  if (((await kit.disk.read(open))?.length ?? 0) < BYTES_MAX) return
  const closed = await closedFiles(kit)
  const last = Number(CLOSED.exec(closed.at(-1) ?? '')?.[1] ?? 0)
  const name = `journal-${String(last + 1).padStart(6, '0')}.jsonl`
  await kit.disk.rename(open, path.join(kit.work, name))
  for (const old of closed.slice(0, -CLOSED_MAX)) await kit.disk.remove(path.join(kit.work, old))
}

async function closedFiles(kit: Kit): Promise<string[]> {
  return (await kit.disk.list(kit.work)).filter((name) => CLOSED.test(name)).toSorted()
}

async function eventsIn(kit: Kit, name: string): Promise<LearnerEvent[]> {
  const content = await kit.disk.read(path.join(kit.work, name))
  if (content === undefined) return []
  return new TextDecoder()
    .decode(content)
    .split('\n')
    .flatMap((line) => eventOf(line) ?? [])
}

function eventOf(line: string): LearnerEvent | undefined {
  if (line === '') return undefined
  try {
    return eventSchema.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
