import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { z } from 'zod'

import { kitVersion } from '../kit-version.ts'
import type { Bundled } from './bundle.ts'

const root = path.resolve(import.meta.dirname, '../../../..')

/** Where everything is that was bundled before. */
export const cacheFolder = path.join(root, '.cache/judge')

/** What every bundle depends on besides its own files: how it is made, and which packages are in it. */
const always = ['bundle.ts', 'child-script.ts', 'suite-scripts.ts']
  .map((name) => path.join(import.meta.dirname, name))
  .concat(path.join(root, 'pnpm-lock.yaml'))

/** Of a file that a bundle was made of: whether it changed is told by these. */
const stampSchema = z.tuple([z.string(), z.number(), z.number()])
const entrySchema = z.object({ stamps: z.array(stampSchema), script: z.string() })

const made = new Map<string, Promise<string>>()

/**
 * A script from the cache, or made anew where one of its files has changed; of installed packages the
 * lockfile tells. Where nothing can be written, each process makes its own.
 *
 * @param key names what is bundled
 */
export function throughCache(key: string, make: () => Promise<Bundled>): Promise<string> {
  const name = createHash('sha256').update(`${kitVersion}\n${process.versions.node}\n${key}`)
  const file = path.join(cacheFolder, `${name.digest('hex').slice(0, 32)}.json`)
  const known = made.get(file) ?? scriptOf(file, make)
  made.set(file, known)
  known.catch(() => made.delete(file))
  return known
}

async function scriptOf(file: string, make: () => Promise<Bundled>): Promise<string> {
  const kept = await readKept(file)
  if (kept !== undefined) return kept
  const { script, files } = await make()
  const own = files.filter((name) => !name.includes(`${path.sep}node_modules${path.sep}`))
  const stamps = await Promise.all([...own, ...always].map((name) => stampOf(name)))
  await keep(file, JSON.stringify({ stamps, script })).catch(() => {})
  return script
}

async function readKept(file: string): Promise<string | undefined> {
  try {
    const { stamps, script } = entrySchema.parse(JSON.parse(await readFile(file, 'utf8')))
    const now = await Promise.all(stamps.map(([name]) => stampOf(name)))
    return JSON.stringify(now) === JSON.stringify(stamps) ? script : undefined
  } catch {
    return undefined
  }
}

/** A kit has no lockfile: what is not there is stamped as such. */
async function stampOf(name: string): Promise<z.infer<typeof stampSchema>> {
  const found = await stat(name).catch(() => undefined)
  return [name, found?.mtimeMs ?? 0, found?.size ?? 0]
}

/** Whole or not at all: two judges may write the same at once. */
export async function keep(file: string, text: string): Promise<void> {
  await mkdir(cacheFolder, { recursive: true })
  const own = `${file}.${process.pid}`
  await writeFile(own, text)
  await rename(own, file)
}
