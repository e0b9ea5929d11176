import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { parseTrace } from '@five-pillars/simulator'
import type { Trace } from '@five-pillars/simulator'

/** Runs that the exercise game-day keeps for slides; a deck must not run its code. */
const FOLDER = path.join(import.meta.dirname, '../../../exercises/all-five/game-day/traces')

/** What the shop counts for its score sheet: too much to read beside a node. */
const COUNTED = new Set(['served', 'workers', 'in time, %'])

/** A recording with what a slide plays of it. */
export function playable({ events, ...rest }: Trace): Trace {
  return { ...rest, events: events.filter((event) => !isCounted(event)) }
}

function isCounted(event: Trace['events'][number]): boolean {
  return event.kind === 'emit' && COUNTED.has(event.event)
}

export async function recordingOf(name: string): Promise<Trace> {
  const text = await readFile(path.join(FOLDER, `${name}.trace.json`), 'utf8')
  return parseTrace(JSON.parse(text))
}
