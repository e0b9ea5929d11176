import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** One package of the workspace. */
export interface WorkspacePackage {
  name: string
  /** Relative to the root, with forward slashes. */
  folder: string
  /** Names of its scripts. */
  scripts: readonly string[]
}

const MANIFESTS = ['packages/*', 'decks/*', 'exercises/*/*'].map((glob) => `${glob}/package.json`)

/** Every package of the workspace at `root`, in alphabetical order of the folders. */
export function workspacePackages(root: string): WorkspacePackage[] {
  return MANIFESTS.flatMap((glob) => globSync(glob, { cwd: root }))
    .map((file) => file.replaceAll(path.sep, '/'))
    .toSorted()
    .map((file) => {
      const manifest: { name: string; scripts?: Record<string, string> } = JSON.parse(
        readFileSync(path.join(root, file), 'utf8'),
      )
      return {
        name: manifest.name,
        folder: path.posix.dirname(file),
        scripts: Object.keys(manifest.scripts ?? {}),
      }
    })
}
