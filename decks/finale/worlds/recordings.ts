import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { parseTrace } from '@five-pillars/simulator'
import type { Trace } from '@five-pillars/simulator'

/** Runs that the exercise game-day keeps for slides; a deck must not run its code. */
const FOLDER = path.join(import.meta.dirname, '../../../exercises/all-five/game-day/traces')

export async function recordingOf(name: string): Promise<Trace> {
  const text = await readFile(path.join(FOLDER, `${name}.trace.json`), 'utf8')
  return parseTrace(JSON.parse(text))
}
