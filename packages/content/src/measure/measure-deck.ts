import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'

import type { Amounts } from './changes.ts'
import { recordAmounts } from './record-amounts.ts'

/** What a deck has measured. */
export interface Measured {
  /** Which deck it is. */
  readonly deck: string
  /** The folder of what its slides draw and play. */
  readonly folder: string
  /** Amounts of its figures in content. */
  readonly amounts: Amounts
  /** What slides draw, by the name of its file. */
  readonly data: Readonly<Record<string, unknown>>
  /** What slides play, by the name of its file: recorded as text when it is written. */
  readonly traces: Readonly<Record<string, () => string>>
}

/**
 * Writes what the slides draw and play, and the amounts of the figures in content; nothing at all
 * when a figure drifted, unless the command has `--accept`: then the exit code is 1.
 */
export async function measureDeck({
  deck,
  folder,
  amounts,
  data,
  traces,
}: Measured): Promise<void> {
  const { values } = parseArgs({ options: { accept: { type: 'boolean', default: false } } })
  const { isRecorded, lines } = await recordAmounts(deck, amounts, values)
  for (const line of lines) process.stderr.write(`${line}\n`)
  if (!isRecorded) {
    process.exitCode = 1
    return
  }
  const texts = [
    ...Object.entries(data).map(([name, value]) => ({
      name: `${name}.json`,
      text: `${JSON.stringify(value, undefined, 2)}\n`,
    })),
    ...Object.entries(traces).map(([name, record]) => ({
      name: `${name}.trace.json`,
      text: record(),
    })),
  ]
  await Promise.all(
    texts.map(async ({ name, text }) => {
      const file = path.join(folder, name)
      await writeFile(file, text)
      process.stdout.write(`${path.relative(process.cwd(), file)}\n`)
    }),
  )
}
