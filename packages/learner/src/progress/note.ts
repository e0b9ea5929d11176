import { exercises, learningPaths } from '@five-pillars/content'
import { kitVersion } from '@five-pillars/judge'
import { z } from 'zod'

import type { Kit } from '../kit/open-kit.ts'
import { workplaceOf } from '../kit/workplace.ts'
import { writeTrouble } from '../kit/write-trouble.ts'
import { LearnerError } from '../learner-error.ts'
import { apply } from './apply.ts'
import { asText } from './progress-text.ts'
import type { Happening } from './event.ts'
import { addToJournal, turnPage } from './journal.ts'
import type { Progress } from './progress.ts'
import { parseProgress, progressFile, readProgress } from './read-progress.ts'

/**
 * Notes what happened, in the journal first: from it progress can be rebuilt.
 *
 * @throws LearnerError `disk-full` or `cannot-write`
 */
export async function note(kit: Kit, happening: Happening): Promise<Progress> {
  const { progress: before } = await readProgress(kit)
  // A clock that was set back does not make what comes later earlier.
  const event = { ...happening, at: Math.max(kit.now(), lastMoment(before) + 1) }
  const progress = apply(before, event)
  try {
    await addToJournal(kit, event)
    await kit.disk.write(progressFile(kit), asText(progress))
    await turnPage(kit)
  } catch (error) {
    throw writeTrouble(error, 'your progress', kit.work)
  }
  return progress
}

/** @throws LearnerError `unknown-path`, naming the paths there are, and those of `note` */
export async function choosePath(kit: Kit, id: string): Promise<Progress> {
  const ids = learningPaths.map((each) => each.id)
  if (!ids.some((known) => known === id)) {
    const text = `There is no path "${id}".`
    throw new LearnerError('unknown-path', text, `There are: ${ids.join(', ')}.`)
  }
  return note(kit, { kind: 'path', path: id })
}

/** The exercise is worked on now. */
export async function noteOpened(kit: Kit, slug: string): Promise<Progress> {
  await workplaceOf(kit, slug)
  return note(kit, { kind: 'opened', exercise: slug })
}

/** The exercise is left for later; working on it again takes that back. */
export async function skip(kit: Kit, slug: string): Promise<Progress> {
  await workplaceOf(kit, slug)
  return note(kit, { kind: 'skipped', exercise: slug })
}

/** What was taken in of a judge. */
interface TakenIn {
  readonly progress: Progress
  /** Version of the judge's kit, where it is another one: verdicts of two kits need not agree. */
  readonly otherKit: string | null
}

/**
 * Takes in what a judge graded elsewhere.
 *
 * @param content of a `results.json`
 * @throws LearnerError `not-graded`
 */
export async function takeInGraded(kit: Kit, content: Uint8Array): Promise<TakenIn> {
  const verdict = gradedIn(content)
  if (verdict === undefined) {
    const fix = 'Name a file that was made by: npx five-pillars judge <exercise> --json'
    throw new LearnerError('not-graded', 'This is no result of a judge.', fix)
  }
  const progress = await noteGraded(kit, verdict.exercise, verdict)
  return { progress, otherKit: verdict.kit === kitVersion ? null : verdict.kit }
}

/** What is read of a `results.json`. */
const gradedSchema = z.object({
  mode: z.literal('judged'),
  kit: z.string(),
  exercise: z.enum(exercises.map(({ slug }) => slug)),
  points: z.number().int().nonnegative(),
  total: z.number().int().positive(),
})

function gradedIn(content: Uint8Array): z.infer<typeof gradedSchema> | undefined {
  try {
    return gradedSchema.safeParse(JSON.parse(new TextDecoder().decode(content))).data
  } catch {
    return undefined
  }
}

/** A judge has graded the exercise. */
export function noteGraded(
  kit: Kit,
  slug: string,
  { points, total }: { points: number; total: number },
): Promise<Progress> {
  return note(kit, { kind: 'graded', exercise: slug, points, total })
}

/**
 * Takes in the progress of another machine.
 *
 * @param content of its `progress.json`
 * @throws LearnerError `not-progress`
 */
export async function takeIn(kit: Kit, content: Uint8Array): Promise<Progress> {
  const progress = parseProgress(content)
  if (progress === undefined) {
    const fix = 'Name the file .five-pillars/progress.json of another machine with the same kit.'
    throw new LearnerError('not-progress', 'This is no file of progress that this kit reads.', fix)
  }
  return note(kit, { kind: 'merged', progress })
}

function lastMoment({ exercises: done, pathAt, currentAt }: Progress): number {
  const times = Object.values(done).flatMap((each) => [
    each.lastCheckedAt ?? 0,
    each.skippedAt ?? 0,
    each.caughtUpAt ?? 0,
  ])
  return Math.max(pathAt ?? 0, currentAt ?? 0, ...times)
}
