import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { exercises } from '@five-pillars/content'

import { closureOf } from './closure.ts'
import type { Closure } from './closure.ts'
import { KitError } from './kit-error.ts'
import { membersOf, textOf } from './workspace.ts'
import type { Member } from './workspace.ts'

/** Where the starters are kept as they were packed: `reset` takes them from here. */
const STARTERS = 'packages/learner/starters'

/** What a kit's command and set-up begin with. */
const ENTRIES = [
  'packages/cli/src/kit.ts',
  'packages/cli/bin/*.mjs',
  'packages/learner/src/doctor/*.mjs',
]

/** What is not imported by anybody, and still read: by people and by their editors. */
const BESIDES = [
  'LICENSE',
  'packages/config/tsconfig.base.json',
  'packages/config/tsconfig.node.json',
]

/** Likewise, of each exercise. */
const TEXTS = ['README.md', 'brief.json', 'hints.md', 'tsconfig.json']

/** What an editor needs to understand an exercise. */
const FOR_EDITORS = ['@five-pillars/config', '@types/node'] as const

/** Files of a kit by their paths in it, with forward slashes. */
type KitFiles = Map<string, Uint8Array>

/** The part of a clone that learners get, as it lies there. */
export interface KitSources {
  readonly files: KitFiles
  readonly members: readonly Member[]
  readonly closure: Closure
}

/**
 * Gathers what learners get of a clone: exercises without `hidden/`, and of the packages the files
 * that the learner's verbs reach.
 *
 * @throws KitError when something is missing, or a starter looks like somebody's solution
 */
export function kitSources(root: string): KitSources {
  const members = membersOf(root)
  const entries = ENTRIES.flatMap((glob) => slashed(globSync(glob, { cwd: root })))
  const found = closureOf(root, members, [...entries, ...exercises.flatMap(modulesOf)])
  const closure: Closure = {
    files: found.files,
    packages: new Map([
      ...found.packages,
      ...exercises.map(({ path: folder }) => {
        const imported = found.packages.get(folder) ?? []
        return [folder, [...new Set([...imported, ...FOR_EDITORS])].toSorted()] as const
      }),
    ]),
  }
  const plain = [...BESIDES, ...exercises.flatMap(textsOf)]
  const files: KitFiles = new Map()
  for (const file of [...found.files, ...plain].filter((name) => name !== 'package.json')) {
    textOf(root, file)
    files.set(file, readFileSync(path.join(root, file)))
  }
  for (const { slug, path: folder } of exercises) {
    const starter = `${folder}/src/${slug}.ts`
    const text = textOf(root, starter)
    if (!text.includes('// TODO:')) {
      const why = `${starter} has no "// TODO:", so it is no starter but somebody's solution.`
      throw new KitError('starter-changed', why)
    }
    files.set(`${STARTERS}/${slug}.ts`, Buffer.from(text))
  }
  return { files, members, closure }

  function modulesOf({ slug, path: folder }: { slug: string; path: string }): string[] {
    const scenario = `${folder}/scenario.ts`
    return [
      `${folder}/src/${slug}.ts`,
      ...slashed(globSync(`${folder}/test/**/*.ts`, { cwd: root })),
      ...(existsSync(path.join(root, scenario)) ? [scenario] : []),
    ]
  }
}

function textsOf({ path: folder }: { path: string }): string[] {
  return TEXTS.map((name) => `${folder}/${name}`)
}

function slashed(files: readonly string[]): string[] {
  return files.map((file) => file.replaceAll(path.sep, '/')).toSorted()
}
