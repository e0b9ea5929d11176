import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { z } from 'zod'

import { KitError } from './kit-error.ts'

const FOLDERS = ['packages/*', 'exercises/*/*'] as const

const namesSchema = z.record(z.string(), z.string()).default({})

const manifestSchema = z.object({
  name: z.string(),
  license: z.string().optional(),
  exports: z.record(z.string(), z.string()).default({}),
  imports: namesSchema,
  bin: z.record(z.string(), z.string()).optional(),
  dependencies: namesSchema,
  devDependencies: namesSchema,
})

type Manifest = z.infer<typeof manifestSchema>

/** A package of the workspace that a kit may have a part of. */
export interface Member {
  /** Relative to the root, with forward slashes. */
  readonly folder: string
  readonly manifest: Manifest
}

/** The packages of a clone or a kit that lie where learners' code does, in order of their folders. */
export function membersOf(root: string): Member[] {
  return FOLDERS.flatMap((glob) => globSync(`${glob}/package.json`, { cwd: root }))
    .map((file) => file.replaceAll(path.sep, '/'))
    .toSorted()
    .map((file) => ({
      folder: path.posix.dirname(file),
      manifest: manifestSchema.parse(JSON.parse(readFileSync(path.join(root, file), 'utf8'))),
    }))
}

/** @throws KitError `no-file` */
export function textOf(root: string, file: string): string {
  const full = path.join(root, file)
  if (!existsSync(full)) throw new KitError('no-file', `The kit needs ${file}, which is not there.`)
  return readFileSync(full, 'utf8')
}
