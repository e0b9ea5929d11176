import { existsSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'

import { parseSync } from 'rolldown/utils'

import { KitError } from './kit-error.ts'
import { textOf } from './workspace.ts'
import type { Member } from './workspace.ts'

/** A file that is named by a text instead of an import: the judge starts and bundles some that way. */
const NAMED_FILE = /(['"])(\.{1,2}\/[\w./-]+\.(?:ts|mjs|js|json))\1/g

const MODULE = /\.(?:ts|mjs|js)$/

const HIDDEN = /(?:^|\/)hidden\//

const QUOTED = /^['"]([^'"]+)['"]$/

/** A package as `@scope/name` or `name`, and what is asked of it. */
const BARE = /^((?:@[^/]+\/)?[^/]+)(\/.*)?$/

/** What some files need, with all that those need in turn. */
export interface Closure {
  /** Relative to the root, with forward slashes, sorted. */
  readonly files: readonly string[]
  /** Folder of a package → names of the packages that its files import, sorted. */
  readonly packages: ReadonlyMap<string, readonly string[]>
}

/**
 * Follows imports from some files on, also those of types, and also files that a text names.
 * A file under `hidden/` is never followed into.
 *
 * @param from files relative to the root, with forward slashes
 * @throws KitError `hidden-inside`, `no-file` or `no-dependency`, naming who imports what
 */
export function closureOf(
  root: string,
  members: readonly Member[],
  from: readonly string[],
): Closure {
  const found = new Set<string>()
  const packages = new Map<string, Set<string>>()
  const waiting = [...from]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue
    found.add(file)
    if (!MODULE.test(file)) continue
    const { folder } = memberOf(members, file)
    const { imported, named } = specifiersOf(file, textOf(root, file))
    for (const specifier of imported.filter((name) => !name.startsWith('.'))) {
      const [, name = specifier, rest = ''] = BARE.exec(specifier) ?? []
      const own = members.find(({ manifest }) => manifest.name === name)
      if (own !== undefined) waiting.push(exportOf(own, `.${rest}`, file))
      packages.set(folder, (packages.get(folder) ?? new Set()).add(name))
    }
    for (const specifier of imported.filter((name) => name.startsWith('.'))) {
      waiting.push(besides(root, file, specifier))
    }
    for (const specifier of named) {
      const isThere = existsSync(path.join(root, path.dirname(file), specifier))
      if (isThere) waiting.push(besides(root, file, specifier))
    }
  }
  return {
    files: [...found].toSorted(),
    packages: new Map([...packages].map(([folder, names]) => [folder, [...names].toSorted()])),
  }
}

/** The file that a relative specifier means, which has to be there and may not be a hidden one. */
function besides(root: string, file: string, specifier: string): string {
  const target = path.posix.join(path.posix.dirname(file), specifier)
  if (HIDDEN.test(target)) {
    throw new KitError('hidden-inside', `${file} imports ${target}, which never leaves.`)
  }
  if (existsSync(path.join(root, target))) return target
  throw new KitError('no-file', `${file} imports ${target}, which is not there.`)
}

function memberOf(members: readonly Member[], file: string): Member {
  const member = members.find(({ folder }) => file.startsWith(`${folder}/`))
  if (member !== undefined) return member
  throw new KitError('no-file', `${file} lies in no package that a kit may have.`)
}

/** What a module asks for; those of Node, and `#subject`, are not the kit's to bring. */
function specifiersOf(file: string, text: string): { imported: string[]; named: string[] } {
  const { module, errors } = parseSync(file, text)
  if (errors.length > 0) throw new KitError('no-file', `${file} cannot be read as a module.`)
  const imported = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports
      .flatMap(({ entries }) => entries)
      .flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ...module.dynamicImports.flatMap(
      ({ moduleRequest }) =>
        QUOTED.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1] ?? [],
    ),
  ]
  return {
    imported: imported.filter((name) => !isBuiltin(name) && !name.startsWith('#')),
    named: [...text.matchAll(NAMED_FILE)].map(([, , name = '']) => name),
  }
}

function exportOf({ folder, manifest }: Member, key: string, importer: string): string {
  const target = manifest.exports[key]
  if (target !== undefined) return path.posix.join(folder, target)
  throw new KitError('no-file', `${importer} imports ${manifest.name} as "${key}": no such export.`)
}
