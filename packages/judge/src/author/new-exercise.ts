import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { JudgeError, reasonOf } from '../judge-error.ts'

const template = path.resolve(import.meta.dirname, '../../templates/exercise')

/** How the template is called, in its texts and in the names of its files. */
const TEMPLATE_SLUG = 'my-exercise'
const TEMPLATE_TITLE = 'My exercise'

interface NewExercise {
  /** The folder that holds all exercises. */
  exercisesDir: string
  pillar: string
  /** In small letters, digits and hyphens. */
  slug: string
}

/**
 * Makes the skeleton of an exercise: it has the form of one, and its gates say what is to be written.
 *
 * @returns the new files, relative to the folder of the exercise
 * @throws JudgeError `cannot-create` with the reason; nothing is left behind
 */
export async function newExercise({
  exercisesDir,
  pillar,
  slug,
}: NewExercise): Promise<readonly string[]> {
  const folder = path.join(exercisesDir, pillar, slug)
  // Beside it until it is whole, so that a full disk leaves nothing half.
  const half = path.join(exercisesDir, `.${slug}.${process.pid}.part`)
  const named = (text: string): string =>
    text.replaceAll(TEMPLATE_SLUG, slug).replaceAll(TEMPLATE_TITLE, titleOf(slug))
  try {
    const files = await templateFiles()
    for (const file of files) {
      const target = path.join(half, named(file))
      await mkdir(path.dirname(target), { recursive: true })
      await writeFile(target, named(await readFile(path.join(template, file), 'utf8')))
    }
    await mkdir(path.dirname(folder), { recursive: true })
    await rename(half, folder)
    return files.map((file) => named(file)).toSorted()
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    throw new JudgeError('cannot-create', `${folder}\n${reasonOf(error)}`)
  }
}

/** Token bucket, for `token-bucket`. */
export function titleOf(slug: string): string {
  const words = slug.replaceAll('-', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

async function templateFiles(): Promise<string[]> {
  const entries = await readdir(template, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(template, path.join(entry.parentPath, entry.name)))
}
