import { cp, mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'

import { exerciseBySlug } from '@five-pillars/content'
import { openKit } from '@five-pillars/learner'
import type { Kit } from '@five-pillars/learner'

import { root } from './stage.ts'

/** A kit with some exercises, as a learner has it who has set it up: nothing of `hidden/` is in it. */
export async function learnerKit(folder: string, ...slugs: readonly string[]): Promise<Kit> {
  await mkdir(path.join(folder, 'packages/cli'), { recursive: true })
  for (const slug of slugs) {
    const { path: exercise } = exerciseBySlug(slug)
    await cp(path.join(root, exercise), path.join(folder, exercise), {
      recursive: true,
      filter: (source) => !/[/\\](?:node_modules|hidden|\.\w+)$/.test(source),
    })
    const packages = path.join(root, exercise, 'node_modules')
    await symlink(packages, path.join(folder, exercise, 'node_modules'), 'junction')
  }
  return openKit({ root: folder, cwd: folder })
}
