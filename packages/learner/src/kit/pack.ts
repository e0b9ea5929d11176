import { readFileSync } from 'node:fs'
import path from 'node:path'

import { refuseChangedStarters } from './changed-starters.ts'
import { fetchModules } from './fetch-modules.ts'
import { handoutsIn } from './handouts.ts'
import type { HandoutSource } from './handouts.ts'
import { kitCard } from './kit-card.ts'
import { kitSources } from './kit-files.ts'
import { kitManifests } from './kit-manifests.ts'
import { lockfileText } from './lockfile.ts'
import { platformsFrom } from './platforms.ts'
import { sealSolutions } from './seal.ts'
import type { ExercisePassphrase } from './seal.ts'
import { writeZip } from './write-zip.ts'
import type { ZipEntry } from './write-zip.ts'

export { PLATFORMS } from './platforms.ts'

/** The folder inside the zip: whoever unpacks several things keeps them apart. */
const KIT_FOLDER = 'five-pillars-kit'

/** What a mail, a chat and a slow venue still carry. */
export const KIT_BYTES_MAX = 5 * 1024 * 1024

const README = path.join(import.meta.dirname, '../../kit/README.md')

export interface PackOptions {
  /** Folder of the clone. */
  root: string
  /** File to write. */
  out: string
  /** The handouts of the decks to put in; default: none. */
  handouts?: HandoutSource
  /** Platforms whose packages are brought along, such as `linux-x64,win32-x64`; default: none. */
  modules?: string
  /** Brings the reference solutions along, each sealed with a passphrase derived from this one. */
  seal?: string
  onProgress?: (progress: { done: number; message: string }) => void
}

export interface PackedKit {
  readonly bytes: number
  readonly files: number
  /** Tells two kits apart: the beginning of a hash of all that is in it. */
  readonly id: string
  readonly version: string
  /** Names of the handouts in it. */
  readonly handouts: readonly string[]
  /** What opens which solution; empty without `seal`. */
  readonly passphrases: readonly ExercisePassphrase[]
}

/**
 * Packs the learners' kit: exercises without `hidden/`, what checks them, and how it is installed.
 * The same clone gives the same bytes, but for what is sealed: age draws new keys each time.
 *
 * @throws KitError
 */
export async function packKit(options: PackOptions): Promise<PackedKit> {
  const { root, onProgress } = options
  const platforms = options.modules === undefined ? [] : platformsFrom(options.modules)
  await refuseChangedStarters(root)
  const sources = kitSources(root)
  const manifests = kitManifests(root, sources, platforms.length > 0)
  const handouts = await handoutsIn(options.handouts)
  const sealed = options.seal === undefined ? [] : await sealSolutions(root, options.seal)
  const modules =
    platforms.length === 0
      ? { lockfile: manifests.lockfile, files: new Map<string, string>() }
      : await fetchModules({
          ...manifests,
          platforms,
          cache: path.join(root, '.cache/kit'),
          ...(onProgress === undefined ? {} : { onProgress }),
        })

  const texts = new Map([
    ...manifests.texts,
    ['README.md', readFileSync(README, 'utf8')],
    ['pnpm-lock.yaml', lockfileText(modules.lockfile)],
  ])
  const entries: ZipEntry[] = [
    ...[...sources.files, ...handouts].map(([name, bytes]) => ({ name, read: () => bytes })),
    ...[...texts].map(([name, text]) => ({ name, read: () => Buffer.from(text) })),
    ...sealed.map(({ file, bytes }) => ({ name: file, read: () => bytes })),
    ...[...modules.files].map(([name, file]) => ({
      name,
      read: () => readFileSync(file),
    })),
  ]
  const { version, node, pnpm } = manifests
  const { id, text } = kitCard(entries, { version, node, pnpm, platforms })
  entries.push({ name: 'kit.json', read: () => Buffer.from(text) })
  return {
    bytes: writeZip(
      options.out,
      entries.map((entry) => ({ ...entry, name: `${KIT_FOLDER}/${entry.name}` })),
    ),
    files: entries.length,
    id,
    version,
    handouts: [...handouts.keys()].filter((name) => name.endsWith('.pdf')),
    passphrases: sealed.map(({ slug, passphrase }) => ({ slug, passphrase })),
  }
}
