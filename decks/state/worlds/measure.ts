import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'

import { recordAmounts } from '@five-pillars/content/measure'
import { traceJson } from '@five-pillars/simulator'

import { amountsOf } from './figures.ts'
import { measureBalance } from './measure-balance.ts'
import { measureKeys } from './measure-keys.ts'
import { measureReplicas } from './measure-replicas.ts'
import { traces } from './traces.ts'

/**
 * Writes what the slides draw and play, and the amounts of the figures in content; nothing at all
 * when a figure drifted, unless `--accept` is given. Run: npm --prefix decks/state run measure
 */
const folder = path.join(import.meta.dirname, '..', 'data')
const { values } = parseArgs({ options: { accept: { type: 'boolean', default: false } } })
const measured = { balance: measureBalance(), keys: measureKeys(), replicas: measureReplicas() }
const { isRecorded, lines } = await recordAmounts('state', amountsOf(measured), values)
for (const line of lines) process.stderr.write(`${line}\n`)
if (isRecorded) {
  for (const [name, data] of Object.entries(measured)) {
    await write(`${name}.json`, `${JSON.stringify(data, undefined, 2)}\n`)
  }
  for (const [name, record] of Object.entries(traces)) {
    await write(`${name}.trace.json`, traceJson(record()))
  }
} else {
  process.exitCode = 1
}

async function write(name: string, text: string): Promise<void> {
  const file = path.join(folder, name)
  await writeFile(file, text)
  process.stdout.write(`${path.relative(process.cwd(), file)}\n`)
}
