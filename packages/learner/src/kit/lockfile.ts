import { parse, stringify } from 'yaml'
import { z } from 'zod'

import { KitError } from './kit-error.ts'

const lockedSchema = z.record(z.string(), z.object({ specifier: z.string(), version: z.string() }))

const importerSchema = z.object({
  dependencies: lockedSchema.default({}),
  devDependencies: lockedSchema.default({}),
})

const platformsSchema = z.array(z.string()).optional()

const packageSchema = z.looseObject({
  resolution: z.looseObject({ integrity: z.string() }),
  os: platformsSchema,
  cpu: platformsSchema,
  libc: platformsSchema,
})

const versionsSchema = z.record(z.string(), z.string()).default({})

const snapshotSchema = z.looseObject({
  dependencies: versionsSchema,
  optionalDependencies: versionsSchema,
})

const lockfileSchema = z.object({
  lockfileVersion: z.literal('9.0'),
  settings: z.record(z.string(), z.unknown()),
  catalogs: z.object({ default: lockedSchema }),
  importers: z.record(z.string(), importerSchema),
  packages: z.record(z.string(), packageSchema),
  snapshots: z.record(z.string(), snapshotSchema),
})

export type Lockfile = z.infer<typeof lockfileSchema>
export type LockedPackage = z.infer<typeof packageSchema>

/** Reads the part of a lockfile of pnpm that a kit takes over. */
export function parseLockfile(text: string): Lockfile {
  return lockfileSchema.parse(parse(text))
}

export function lockfileText(lockfile: Lockfile): string {
  return stringify(lockfile, { lineWidth: 0 })
}

/** Which packages a kit's folders depend on: folder, or `.` for the root, → names. */
export type Wanted = ReadonlyMap<string, readonly string[]>

/**
 * What is left of a lockfile when only some folders stay, with some of their dependencies: the same
 * versions, and nothing that none of them needs. All dependencies of a folder become ordinary ones.
 *
 * @throws KitError `no-dependency` where a folder's lock has no such dependency
 */
export function pruneLockfile(lockfile: Lockfile, wanted: Wanted): Lockfile {
  const importers = Object.fromEntries(
    [...wanted].map(([folder, names]) => {
      const { dependencies, devDependencies } = lockfile.importers[folder] ?? {}
      const known = { ...devDependencies, ...dependencies }
      const kept = names.map((name) => {
        const locked = known[name]
        if (locked !== undefined) return [name, locked] as const
        throw new KitError('no-dependency', `${folder} imports ${name}, and does not depend on it.`)
      })
      return [folder, { dependencies: Object.fromEntries(kept), devDependencies: {} }]
    }),
  )
  const snapshots = reachable(lockfile, importers)
  const names = new Set(Object.keys(snapshots).map((key) => withoutPeers(key)))
  const catalog = new Set(
    Object.values(importers).flatMap(({ dependencies }) =>
      Object.entries(dependencies)
        .filter(([, { specifier }]) => specifier === 'catalog:')
        .map(([name]) => name),
    ),
  )
  return {
    lockfileVersion: lockfile.lockfileVersion,
    settings: lockfile.settings,
    catalogs: { default: only(lockfile.catalogs.default, (name) => catalog.has(name)) },
    importers,
    packages: only(lockfile.packages, (name) => names.has(name)),
    snapshots: only(lockfile.snapshots, (key) => key in snapshots),
  }
}

function reachable(
  lockfile: Lockfile,
  importers: Lockfile['importers'],
): Record<string, Lockfile['snapshots'][string]> {
  const waiting = Object.values(importers).flatMap(({ dependencies }) =>
    Object.entries(dependencies)
      .filter(([, { version }]) => !version.startsWith('link:'))
      .map(([name, { version }]) => keyOf(lockfile, name, version)),
  )
  const found: Record<string, Lockfile['snapshots'][string]> = {}
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const snapshot = lockfile.snapshots[key]
    if (snapshot === undefined) throw new KitError('not-locked', `The lockfile has no ${key}.`)
    if (key in found) continue
    found[key] = snapshot
    for (const [name, version] of [
      ...Object.entries(snapshot.dependencies),
      ...Object.entries(snapshot.optionalDependencies),
    ]) {
      waiting.push(keyOf(lockfile, name, version))
    }
  }
  return found
}

/** A version under another name is written as `name@version`. */
function keyOf({ snapshots }: Lockfile, name: string, version: string): string {
  const key = `${name}@${version}`
  return key in snapshots ? key : version
}

/** `vite@8.3.8(yaml@2.9.1)` is an installation of `vite@8.3.8`. */
function withoutPeers(key: string): string {
  return key.split('(')[0] ?? key
}

function only<Value>(
  record: Readonly<Record<string, Value>>,
  isKept: (key: string) => boolean,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => isKept(key)))
}
