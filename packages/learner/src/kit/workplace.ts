import path from 'node:path'

import { exercises } from '@five-pillars/content'
import type { ExerciseEntry } from '@five-pillars/content'

import { LearnerError } from '../learner-error.ts'
import type { Kit } from './open-kit.ts'

/** An exercise and where a learner works on it. */
export interface Workplace {
  readonly exercise: ExerciseEntry
  /** Absolute path of the exercise. */
  readonly dir: string
  /** Absolute path of the only file that a learner edits. */
  readonly file: string
  /** That file as messages call it, from the kit on: `exercises/truth/quorum/src/quorum.ts`. */
  readonly name: string
  /** Absolute path of the brief. */
  readonly brief: string
}

/**
 * Where an exercise is worked on. The file itself need not be there.
 *
 * @throws LearnerError `unknown-exercise`, or `no-exercise-folder` with where the folder went
 */
export async function workplaceOf(kit: Kit, slug: string): Promise<Workplace> {
  const exercise = exercises.find((entry) => entry.slug === slug)
  if (exercise === undefined) {
    const text = `Exercise "${slug}" does not exist.`
    throw new LearnerError('unknown-exercise', text, 'Run: npx five-pillars list')
  }
  const dir = path.join(kit.root, exercise.path)
  if ((await kit.disk.read(path.join(dir, 'package.json'))) === undefined) {
    throw await folderGone(kit, exercise)
  }
  const source = `src/${exercise.slug}.ts`
  return {
    exercise,
    dir,
    file: path.join(dir, source),
    name: `${exercise.path}/${source}`,
    brief: path.join(dir, 'README.md'),
  }
}

async function folderGone(kit: Kit, exercise: ExerciseEntry): Promise<LearnerError> {
  const gone = `The folder ${exercise.path} is not there`
  const moved = await folderOf(kit, exercise.package)
  return moved === undefined
    ? new LearnerError(
        'no-exercise-folder',
        `${gone}, and no other folder of exercises/ holds it.`,
        `Take it from the zip of the kit once more; your versions are kept. Then: npx five-pillars history ${exercise.slug}`,
      )
    : new LearnerError(
        'no-exercise-folder',
        `${gone}; it is ${moved} now.`,
        `Name it as it was, nothing in it is lost: mv ${quoted(moved)} ${exercise.path}`,
      )
}

/** As a shell takes it for one word. */
function quoted(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : `"${name}"`
}

/** Where a package of exercises lies, two folders deep or one. */
async function folderOf(kit: Kit, name: string): Promise<string | undefined> {
  for (const pillar of await kit.disk.list(path.join(kit.root, 'exercises'))) {
    const inside = await kit.disk.list(path.join(kit.root, 'exercises', pillar))
    for (const folder of [pillar, ...inside.map((each) => `${pillar}/${each}`)]) {
      const manifest = await kit.disk.read(path.join(kit.root, 'exercises', folder, 'package.json'))
      if (manifest === undefined) continue
      const text = new TextDecoder().decode(manifest)
      if (text.includes(`"name": "${name}"`)) return `exercises/${folder}`
    }
  }
  return undefined
}
