import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { measureRegister } from './measure-register.ts'

/** Writes what the slides tell. Run: npm --prefix decks/overview run measure */
const folder = path.join(import.meta.dirname, '..', 'data')
await mkdir(folder, { recursive: true })
const file = path.join(folder, 'register.json')
await writeFile(file, `${JSON.stringify(measureRegister(), undefined, 2)}\n`)
process.stdout.write(`${path.relative(process.cwd(), file)}\n`)
