import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** One file to judge. */
export interface Submission {
  /** Whose it is: the folder that the file lies in, or the file's own name. */
  readonly learner: string
  readonly slug: string
  /** Absolute path. */
  readonly file: string
}

export interface Found {
  readonly submissions: Submission[]
  /** Files that are of no exercise, relative to the folder. */
  readonly strangers: string[]
}

/** A folder of a learner may hold more than the submissions, but nothing so deep. */
const DEPTH_MAX = 4

/**
 * The submissions below a folder, by learner and exercise. Files are named after their exercise and
 * lie in a folder for each learner (`ada/quorum.ts`); with `only`, each file is one learner's
 * submission for that exercise (`ada.ts`), whatever its name.
 *
 * @param slugs the exercises that there are
 */
export async function findSubmissions(
  folder: string,
  slugs: readonly string[],
  only?: string,
): Promise<Found> {
  const known = new Set(slugs)
  const submissions: Submission[] = []
  const strangers: string[] = []
  for (const file of await typescriptFilesIn(folder, DEPTH_MAX)) {
    const relative = path.relative(folder, file)
    const name = path.basename(file, '.ts')
    const home = path.dirname(relative).replaceAll(path.sep, '/')
    if (only !== undefined) {
      const learner = name === only && home !== '.' ? home : path.posix.join(home, name)
      submissions.push({ learner, slug: only, file })
    } else if (known.has(name)) submissions.push({ learner: home, slug: name, file })
    else strangers.push(relative.replaceAll(path.sep, '/'))
  }
  return { submissions, strangers }
}

async function typescriptFilesIn(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files: string[] = []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const whole = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      const isOwn = entry.name !== 'node_modules' && !entry.name.startsWith('.')
      if (isOwn && depth > 0) files.push(...(await typescriptFilesIn(whole, depth - 1)))
    } else if (entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts')) files.push(whole)
  }
  return files
}
