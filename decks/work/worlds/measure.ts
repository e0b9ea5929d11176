import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { measurements } from './measurements.ts'

/** Writes what the slides draw. Run: npm --prefix decks/work run measure */
const folder = path.join(import.meta.dirname, '..', 'data')
await mkdir(folder, { recursive: true })
for (const [name, measure] of Object.entries(measurements)) {
  const file = path.join(folder, `${name}.json`)
  await writeFile(file, `${JSON.stringify(measure(), undefined, 2)}\n`)
  process.stdout.write(`${path.relative(process.cwd(), file)}\n`)
}
