import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

import { KitError } from './kit-error.ts'
import type { Lockfile } from './lockfile.ts'
import { isFor, nodePackage, pnpmPackage } from './platforms.ts'
import type { Platform } from './platforms.ts'

const run = promisify(execFile)

/** Packages are fetched in handfuls, so that a bar can move. */
const AT_ONCE = 16

/** Far above the largest package on a slow line. */
const TIMEOUT_MS = 10 * 60_000

const OUTPUT_BYTES_MAX = 64 * 1024 * 1024

/** Where a kit keeps its packages. */
const MODULES = 'modules'

export interface ModuleOptions {
  lockfile: Lockfile
  platforms: readonly Platform[]
  /** Versions of what the kit brings besides what is in its lockfile. */
  node: string
  pnpm: string
  /** Folder in which fetched packages are kept for the next time. */
  cache: string
  onProgress?: (progress: { done: number; message: string }) => void
}

/** The packages of a kit for a room without network. */
export interface Modules {
  /** The lockfile that takes them from the kit itself. */
  readonly lockfile: Lockfile
  /** Path in the kit → file on this machine. */
  readonly files: ReadonlyMap<string, string>
}

/** One package as a registry serves it; its integrity is known where the lockfile has it. */
interface Wanted {
  readonly spec: string
  readonly file: string
  readonly integrity?: string
}

/**
 * Fetches every package that a kit needs on some platforms, as archives, and checks each against the
 * lockfile. Asks npm, which knows the registry, the proxy and the login of this machine.
 *
 * @throws KitError `not-served`, naming the first package that cannot be had
 */
export async function fetchModules(options: ModuleOptions): Promise<Modules> {
  const { lockfile, platforms, cache } = options
  const locked = Object.entries(lockfile.packages).filter(([, entry]) => isFor(entry, platforms))
  const brought = platforms.flatMap((platform) => [
    `${nodePackage(platform)}@${options.node}`,
    `${pnpmPackage(platform)}@${options.pnpm}`,
  ])
  const all: Wanted[] = [
    ...locked.map(([spec, { resolution }]) => ({
      spec,
      file: archiveOf(spec),
      integrity: resolution.integrity,
    })),
    ...brought.map((spec) => ({ spec, file: archiveOf(spec) })),
  ]
  mkdirSync(cache, { recursive: true })
  const missing = all.filter((wanted) => !isKept(cache, wanted))
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const handful = missing.slice(at, at + AT_ONCE)
    options.onProgress?.({ done: at / missing.length, message: handful[0]?.spec ?? '' })
    await fetchSome(cache, handful)
  }
  const names = new Set(locked.map(([spec]) => spec))
  return {
    lockfile: {
      ...lockfile,
      packages: Object.fromEntries(
        Object.entries(lockfile.packages).map(([spec, entry]) => [
          spec,
          names.has(spec)
            ? { ...entry, resolution: inKit(spec, entry.resolution.integrity) }
            : entry,
        ]),
      ),
    },
    files: new Map(all.map(({ file }) => [`${MODULES}/${file}`, path.join(cache, file)])),
  }
}

function inKit(spec: string, integrity: string): { integrity: string; tarball: string } {
  return { integrity, tarball: `file:${MODULES}/${archiveOf(spec)}` }
}

/** The name that npm gives the archive of a package. */
export function archiveOf(spec: string): string {
  const at = spec.lastIndexOf('@')
  return `${spec.slice(0, at).replace(/^@/, '').replace('/', '-')}-${spec.slice(at + 1)}.tgz`
}

function isKept(cache: string, { file, integrity }: Wanted): boolean {
  const kept = path.join(cache, file)
  if (!existsSync(kept)) return false
  return integrity === undefined || integrityOf(kept) === integrity
}

function integrityOf(file: string): string {
  return `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`
}

async function fetchSome(cache: string, wanted: readonly Wanted[]): Promise<void> {
  const folder = mkdtempSync(path.join(cache, 'fetch-'))
  try {
    await packByNpm(folder, wanted)
    const got = new Set(readdirSync(folder))
    for (const { spec, file, integrity } of wanted) {
      const there = path.join(folder, file)
      if (!got.has(file)) throw new KitError('not-served', `The registry gave no ${spec}.`)
      if (integrity !== undefined && integrityOf(there) !== integrity) {
        const why = `The registry serves another ${spec} than the lockfile names.`
        throw new KitError('not-served', why)
      }
      renameSync(there, path.join(cache, file))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function packByNpm(folder: string, wanted: readonly Wanted[]): Promise<void> {
  const specs = wanted.map(({ spec }) => spec)
  const args = [
    'pack',
    '--loglevel=error',
    '--ignore-scripts',
    '--pack-destination',
    folder,
    ...specs,
  ]
  try {
    await run('npm', args, {
      cwd: folder,
      shell: process.platform === 'win32',
      timeout: TIMEOUT_MS,
      maxBuffer: OUTPUT_BYTES_MAX,
    })
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    const named = specs.find((spec) => said.includes(spec)) ?? specs.join(', ')
    throw new KitError('not-served', `The registry did not give ${named}.`)
  }
}
