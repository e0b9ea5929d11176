import { milestoneById } from '@five-pillars/content'
import { checkOpen, createPool, exploreSeeds } from '@five-pillars/judge'
import type { Pool, Verdict } from '@five-pillars/judge'

import type { Kit } from '../kit/open-kit.ts'
import { workplaceOf } from '../kit/workplace.ts'
import { LearnerError } from '../learner-error.ts'
import { note } from '../progress/note.ts'
import type { Progress } from '../progress/progress.ts'
import { readProgress } from '../progress/read-progress.ts'
import { save } from '../store/save.ts'
import type { Saved } from '../store/save.ts'
import { briefLinkOf } from './brief-link.ts'
import type { BriefLink } from './brief-link.ts'
import { keepVerdict } from './last-failure.ts'

/**
 * In processor time. Open checks take a tenth of it; whoever saves an endless loop does not want to
 * wait for a judge's patience.
 */
const LIMITS = { timeoutMs: 2000, testTimeoutMs: 1500 } as const

export interface CheckRequest {
  /**
   * Where all open checks are kept, the simulated world of the exercise is run from so many seeds as
   * well, up to the first that breaks a rule; default 0.
   */
  seeds?: number
  /** It is checked along with others, and is not what is worked on; default false. */
  isAside?: boolean
}

/** What one check came to. */
export interface Checked {
  readonly verdict: Verdict
  /** What was kept of the file before it ran; null where it could not be kept. */
  readonly saved: Saved | null
  /** Why it could not be kept or noted; the verdict holds all the same. */
  readonly trouble: LearnerError | null
  /** What the seeds came to; null where none were asked for, or the open checks come first. */
  readonly explored: Awaited<ReturnType<typeof exploreSeeds>> | null
  /** Where the first broken promise is explained; null when all are kept, or none is to blame. */
  readonly brief: BriefLink | null
  readonly progress: Progress
  /** Where a damaged file of progress was kept aside, before it was rebuilt. */
  readonly keptAside: string | null
  /** Milestones that this check reached. */
  readonly reached: readonly { readonly id: string; readonly title: string }[]
  /** From the call to the verdict, in milliseconds. */
  readonly ms: number
}

/** Checks one file after another, each in a process that waits for it already. */
export interface Runner {
  /**
   * Keeps the learner's file, runs the open checks on it, notes what came of it. An endless loop is
   * reported within three seconds, and the next check works.
   *
   * @throws LearnerError `unknown-exercise` or `no-exercise-folder`; JudgeError where the exercise
   * itself is damaged
   */
  runCheck(slug: string, request?: CheckRequest): Promise<Checked>
  /** Ends the processes that wait. */
  close(): void
}

/** @param options.isWarm keeps a process waiting for the next check; default false: for one check */
export function createRunner(kit: Kit, options: { isWarm?: boolean } = {}): Runner {
  const pool = options.isWarm === true ? createPool(1) : undefined
  let last: Promise<unknown> = Promise.resolve()
  return {
    runCheck(slug, request = {}) {
      const surroundings = pool === undefined ? request : { ...request, pool }
      const checked = last.then(() => checkOnce(kit, slug, surroundings))
      last = checked.catch(() => {})
      return checked
    },
    close: () => pool?.close(),
  }
}

async function checkOnce(
  kit: Kit,
  slug: string,
  { seeds = 0, isAside = false, ...surroundings }: CheckRequest & { pool?: Pool },
): Promise<Checked> {
  const startedAt = performance.now()
  const workplace = await workplaceOf(kit, slug)
  const kept = await orTrouble(save(kit, slug, 'check'))
  const verdict = await checkOpen({ exerciseDir: workplace.dir, ...LIMITS, ...surroundings })
  const ms = performance.now() - startedAt
  const { progress: before, keptAside } = await readProgress(kit)
  const noted = await orTrouble(noteVerdict(kit, verdict, { saved: kept.value, isAside }))
  const progress = noted.value ?? before
  const known = new Set(before.milestones.map(({ id }) => id))
  const exerciseDir = workplace.dir
  const isExplored = seeds > 0 && verdict.state === 'passed'
  return {
    verdict,
    explored: isExplored ? await exploreSeeds({ exerciseDir, seeds }) : null,
    saved: kept.value,
    trouble: kept.trouble ?? noted.trouble,
    brief: await briefLinkOf(kit, workplace, verdict),
    progress,
    keptAside,
    reached: progress.milestones
      .filter(({ id }) => !known.has(id))
      .map(({ id }) => ({ id, title: milestoneById(id).title })),
    ms,
  }
}

/** Undefined where there was nothing to check. */
async function noteVerdict(
  kit: Kit,
  verdict: Verdict,
  { saved, isAside }: { saved: Saved | null; isAside: boolean },
): Promise<Progress | undefined> {
  await keepVerdict(kit, verdict)
  if (saved === null || saved.kind === 'no-file') return undefined
  return note(kit, {
    kind: 'check',
    exercise: verdict.exercise,
    hash: saved.version.hash,
    kept: verdict.tests.filter(({ state }) => state === 'passed').length,
    of: verdict.tests.length,
    isPassed: verdict.state === 'passed',
    ...(isAside ? { isAside } : {}),
  })
}

/** A full disk costs the copy and the note, and never the verdict. */
async function orTrouble<Value>(
  attempt: Promise<Value>,
): Promise<{ value: Value | null; trouble: LearnerError | null }> {
  try {
    return { value: await attempt, trouble: null }
  } catch (error) {
    if (error instanceof LearnerError) return { value: null, trouble: error }
    throw error
  }
}
