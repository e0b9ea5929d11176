import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'

import { recordAmounts } from '@five-pillars/content/measure'
import { traceJson } from '@five-pillars/simulator'

import { amountsOf } from './figures.ts'
import { measureRegister } from './measure-register.ts'
import { traces } from './traces.ts'

/**
 * Writes what the slides tell and play, and the amounts of the figures in content; nothing at all
 * when a figure drifted, unless `--accept` is given. Run: npm --prefix decks/overview run measure
 */
const folder = path.join(import.meta.dirname, '..', 'data')
const { values } = parseArgs({ options: { accept: { type: 'boolean', default: false } } })
const register = measureRegister()
const { isRecorded, lines } = await recordAmounts('overview', amountsOf(register), values)
for (const line of lines) process.stderr.write(`${line}\n`)
if (isRecorded) {
  await write('register.json', `${JSON.stringify(register, undefined, 2)}\n`)
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
