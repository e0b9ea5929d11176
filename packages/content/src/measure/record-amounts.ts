import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { figures } from '../figures.ts'
import type { Figure } from '../figures.ts'
import { measuredBy } from '../measured-by.ts'
import { changesIn, changeText } from './changes.ts'
import type { Amounts, Change } from './changes.ts'

const FOLDER = path.join(import.meta.dirname, '..', 'figures', 'measured')

export interface Recorded {
  /** Whether the amounts were written; if not, nothing was. */
  readonly isRecorded: boolean
  /** What changed, and what to do about it, one sentence each. */
  readonly lines: readonly string[]
}

/**
 * Writes what a deck measured into the figures of content, unless one drifted beyond its tolerance.
 *
 * @param accept takes drifted amounts too: the author looks at whatever prints them
 */
export async function recordAmounts(
  deck: string,
  amounts: Amounts,
  { accept }: { accept: boolean },
): Promise<Recorded> {
  const file = path.join(FOLDER, `${deck}.json`)
  const own = figuresOf(deck)
  const changes = changesIn(own, await readAmounts(file), amounts)
  const isRecorded = changes.every(({ kind }) => isFine(kind, accept))
  if (isRecorded) {
    const sorted = Object.fromEntries(own.map(({ id }) => [id, amounts[id]]))
    await writeFile(file, `${JSON.stringify(sorted, undefined, 2)}\n`)
  }
  return { isRecorded, lines: linesOf(changes, isRecorded) }
}

function figuresOf(deck: string): Extract<Figure, { verdict: 'measured' }>[] {
  return figures
    .filter((each) => each.verdict === 'measured')
    .filter((each) => each.measuredBy === measuredBy(deck))
}

function isFine(kind: Change['kind'], accept: boolean): boolean {
  return kind === 'moved' || kind === 'first' || (kind === 'drifted' && accept)
}

function linesOf(changes: readonly Change[], isRecorded: boolean): string[] {
  const lines = changes.map(changeText)
  const drifted = changes.flatMap((each) => (each.kind === 'drifted' ? [each.figure.id] : []))
  if (!isRecorded) {
    const wayOut =
      drifted.length > 0 ? ' If the new world is right: npm run measure -- --accept' : ''
    return [...lines, `Nothing was written.${wayOut}`]
  }
  if (drifted.length === 0) return lines
  return [
    ...lines,
    `Accepted. Review value, label and caveat of ${drifted.join(', ')}, and the slides and notes that repeat them.`,
  ]
}

/** What was measured before; nothing for a deck that measures for the first time. */
async function readAmounts(file: string): Promise<Amounts> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  const parsed: unknown = JSON.parse(text)
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`${file} holds no amounts`)
  return Object.fromEntries(
    Object.entries(parsed).map(([id, amount]: [string, unknown]) => [id, Number(amount)]),
  )
}
