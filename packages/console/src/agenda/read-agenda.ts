import { readFile } from 'node:fs/promises'

import { z } from 'zod'

import { ConsoleError } from '../console-error.ts'
import { agendaSchema } from './agenda-schema.ts'
import type { Agenda } from './clock.ts'

/**
 * A day from a file of JSON, as `npx five-pillars host --print-agenda` prints one.
 *
 * @throws ConsoleError `bad-agenda`, naming each rule that it breaks
 */
export async function readAgenda(file: string): Promise<Omit<Agenda, 'version'>> {
  const read = agendaSchema.safeParse(await contentOf(file))
  if (read.success) return read.data
  throw new ConsoleError('bad-agenda', `${file}\n${z.prettifyError(read.error)}`)
}

async function contentOf(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new ConsoleError('bad-agenda', `${file}\n${why}`)
  }
}
