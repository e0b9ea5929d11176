import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { exerciseBySlug } from '@five-pillars/content'

import { openKit } from './open-kit.ts'
import type { Kit, KitOptions } from './open-kit.ts'

const clone = path.resolve(import.meta.dirname, '../../../..')

export interface TemporaryKit extends AsyncDisposable {
  readonly kit: Kit
  /** Absolute path of the learner's file. */
  readonly file: string
  /** The same folder with another clock or disk. */
  readonly with: (options: Pick<KitOptions, 'now' | 'disk'>) => Kit
  readonly type: (text: string) => Promise<void>
}

/** A kit with one exercise, on the real disk, in a folder whose name has a blank and an umlaut. */
export async function temporaryKit(slug = 'quorum'): Promise<TemporaryKit> {
  const root = await mkdtemp(path.join(tmpdir(), 'kit ünter '))
  const { path: folder } = exerciseBySlug(slug)
  await mkdir(path.join(root, 'packages/cli'), { recursive: true })
  await cp(path.join(clone, folder), path.join(root, folder), {
    recursive: true,
    filter: (source) => !/[/\\](?:node_modules|hidden|\.\w+)$/.test(source),
  })
  const packages = path.join(clone, folder, 'node_modules')
  await symlink(packages, path.join(root, folder, 'node_modules'), 'junction')
  const file = path.join(root, folder, 'src', `${slug}.ts`)
  const withOptions = (options: Pick<KitOptions, 'now' | 'disk'>): Kit =>
    openKit({ root, cwd: root, ...options })
  return {
    kit: withOptions({}),
    file,
    with: withOptions,
    type: (text) => writeFile(file, text),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  }
}
