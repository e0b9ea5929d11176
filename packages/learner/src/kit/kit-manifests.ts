import { parse, stringify } from 'yaml'
import { z } from 'zod'

import type { KitSources } from './kit-files.ts'
import { parseLockfile, pruneLockfile } from './lockfile.ts'
import type { Lockfile } from './lockfile.ts'
import { textOf } from './workspace.ts'
import type { Member } from './workspace.ts'

const rootSchema = z.object({
  version: z.string(),
  license: z.string(),
  engines: z.record(z.string(), z.string()),
  packageManager: z.string(),
  devDependencies: z.looseObject({ node: z.string() }),
})

const workspaceSchema = z.object({
  catalog: z.record(z.string(), z.string()),
  nodeVersion: z.string(),
  allowBuilds: z.record(z.string(), z.boolean()),
})

/** What decides what is installed in a kit. */
export interface KitManifests {
  readonly version: string
  /** Version of Node that everything runs on. */
  readonly node: string
  /** Version of pnpm. */
  readonly pnpm: string
  readonly lockfile: Lockfile
  /** Path in the kit → text; without the lockfile. */
  readonly texts: ReadonlyMap<string, string>
}

/**
 * The kit's own `package.json` files, workspace file and lockfile: those of the clone, without what
 * no file of the kit imports.
 *
 * @param isOffline the kit brings Node itself, so that no package has to fetch it while it installs
 */
export function kitManifests(
  root: string,
  { files, members, closure }: KitSources,
  isOffline: boolean,
): KitManifests {
  const own = rootSchema.parse(JSON.parse(textOf(root, 'package.json')))
  const workspace = workspaceSchema.parse(parse(textOf(root, 'pnpm-workspace.yaml')))
  const present = members.filter(({ folder }) =>
    [...files.keys()].some((file) => file.startsWith(`${folder}/`)),
  )
  const ofRoot = ['five-pillars', ...(isOffline ? [] : ['node'])]
  const wanted = new Map([
    ['.', ofRoot] as const,
    ...present.map(({ folder }) => [folder, closure.packages.get(folder) ?? []] as const),
  ])
  const lockfile = pruneLockfile(parseLockfile(textOf(root, 'pnpm-lock.yaml')), wanted)
  const texts = new Map([
    ['package.json', json(rootManifest(own, isOffline))],
    ['pnpm-workspace.yaml', workspaceText(workspace, lockfile)],
    ...present.map(({ folder, manifest }) => {
      const kept = memberManifest(folder, manifest, wanted.get(folder) ?? [], files)
      return [`${folder}/package.json`, json(kept)] as const
    }),
  ])
  return {
    version: own.version,
    node: own.devDependencies.node,
    pnpm: own.packageManager.split('@')[1] ?? '',
    lockfile,
    texts,
  }
}

/** The same two commands as in a clone: here they open the companion and check everything. */
function rootManifest(
  { version, license, engines, packageManager, devDependencies }: z.infer<typeof rootSchema>,
  isOffline: boolean,
): object {
  const command = 'node packages/cli/bin/five-pillars.mjs'
  const setUp = 'node packages/cli/bin/setup.mjs'
  return {
    name: 'five-pillars-kit',
    version,
    private: true,
    license,
    type: 'module',
    scripts: {
      prestart: setUp,
      start: `${command} learn`,
      pretest: setUp,
      test: `${command} check`,
      doctor: `${command} doctor`,
    },
    dependencies: {
      'five-pillars': 'link:packages/cli',
      ...(isOffline ? {} : { node: devDependencies.node }),
    },
    engines,
    packageManager,
  }
}

function memberManifest(
  folder: string,
  { name, license, exports, imports, bin, dependencies, devDependencies }: Member['manifest'],
  wanted: readonly string[],
  files: KitSources['files'],
): object {
  const known = { ...devDependencies, ...dependencies }
  const isThere = ([, target]: [string, string]): boolean =>
    files.has(`${folder}/${target.replace(/^\.\//, '')}`)
  const kept = Object.fromEntries(Object.entries(exports).filter(isThere))
  return {
    name,
    private: true,
    license,
    type: 'module',
    ...(bin === undefined ? {} : { bin }),
    ...(Object.keys(kept).length === 0 ? {} : { exports: kept }),
    ...(Object.keys(imports).length === 0 ? {} : { imports }),
    dependencies: Object.fromEntries(wanted.map((dependency) => [dependency, known[dependency]])),
  }
}

function workspaceText(
  { catalog, nodeVersion, allowBuilds }: z.infer<typeof workspaceSchema>,
  lockfile: Lockfile,
): string {
  const installed = new Set(Object.keys(lockfile.packages).map((key) => key.replace(/@[^@]*$/, '')))
  return stringify({
    packages: ['packages/*', 'exercises/*/*'],
    catalog: Object.fromEntries(
      Object.keys(lockfile.catalogs.default).map((name) => [name, catalog[name]]),
    ),
    nodeVersion,
    pmOnFail: 'ignore',
    verifyDepsBeforeRun: false,
    allowBuilds: Object.fromEntries(
      Object.entries(allowBuilds).filter(([name]) => installed.has(name)),
    ),
  })
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
