import { readFile, rename, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'

import { verdictJson } from '../format/verdict-json.ts'
import { judge } from '../judge.ts'
import { JudgeError } from '../judge-error.ts'
import { kitVersion } from '../kit-version.ts'
import { makeFolder } from '../make-folder.ts'
import { lanes } from '../run/lanes.ts'
import { createPool } from '../run/pool.ts'
import type { Pool } from '../run/pool.ts'
import { DEFAULT_SEED } from '../run-subject.ts'
import { hashOf } from '../submission/hash-of.ts'
import { verdictSchema } from '../verdict.ts'
import type { Verdict, VerdictState } from '../verdict.ts'
import type { Submission } from './find-submissions.ts'
import { NOT_JUDGED } from './judged.ts'
import type { AllJudged, Judged, NotJudged } from './judged.ts'
import { summaryCsv } from './summary-csv.ts'
import { summaryMarkdown } from './summary-markdown.ts'

export interface JudgeAllOptions {
  submissions: readonly Submission[]
  /** Folder of an exercise, by slug. */
  exerciseDir: (slug: string) => string
  /** Where the results go: `<learner>/<slug>.json`, `summary.csv` and `summary.md`. */
  out: string
  /** How many are judged at a time; default: one for each core. */
  parallel?: number
  onProgress?: (progress: AllProgress) => void
}

export interface AllProgress {
  readonly done: number
  readonly total: number
  /** What has just come to its end. */
  readonly submission: Submission
  readonly state: VerdictState | typeof NOT_JUDGED
}

/**
 * Judges many submissions on all cores. Each result is written, whole, as soon as it is there: a run
 * that was interrupted goes on where it stopped. A damaged exercise takes only its own submissions
 * out of the count.
 *
 * @throws JudgeError `bad-out` when a result cannot be written; those before it stay
 */
export async function judgeAll(options: JudgeAllOptions): Promise<AllJudged> {
  const { submissions, out, parallel = availableParallelism() } = options
  const inLane = lanes(parallel)
  const pool = createPool(parallel)
  const progress = { done: 0, hasFailed: false }
  try {
    const runs = submissions.map((submission) =>
      inLane(() => judgeOne(submission, options, pool, progress)),
    )
    // Nothing may still be written when this ends, even where one of them failed.
    await Promise.allSettled(runs)
    const ends = (await Promise.all(runs)).filter((end) => end !== undefined)
    const all: AllJudged = {
      judged: ends.filter((end) => 'verdict' in end),
      notJudged: ends.filter((end) => 'error' in end),
    }
    await write(path.join(out, 'summary.csv'), summaryCsv(all))
    await write(path.join(out, 'summary.md'), summaryMarkdown(all))
    return all
  } finally {
    pool.close()
  }
}

/** Undefined once another one has failed: then nothing more is begun. */
async function judgeOne(
  submission: Submission,
  options: JudgeAllOptions,
  pool: Pool,
  progress: { done: number; hasFailed: boolean },
): Promise<Judged | NotJudged | undefined> {
  if (progress.hasFailed) return undefined
  try {
    const exerciseDir = options.exerciseDir(submission.slug)
    const end = await keptOrJudged(submission, options, () =>
      judge({ exerciseDir, submission: submission.file, pool }),
    )
    progress.done += 1
    const state = 'verdict' in end ? end.verdict.state : NOT_JUDGED
    const total = options.submissions.length
    options.onProgress?.({ done: progress.done, total, submission, state })
    return end
  } catch (error) {
    progress.hasFailed = true
    throw error
  }
}

async function keptOrJudged(
  submission: Submission,
  { out }: JudgeAllOptions,
  judged: () => Promise<Verdict>,
): Promise<Judged | NotJudged> {
  const file = path.join(out, ...submission.learner.split('/'), `${submission.slug}.json`)
  const kept = await keptVerdict(file, submission)
  if (kept !== undefined) return { submission, verdict: kept, isKept: true }
  const verdict = await judged().catch(damageIn)
  if (verdict instanceof JudgeError) return { submission, error: verdict }
  await write(file, verdictJson(verdict))
  return { submission, verdict, isKept: false }
}

/** What a damaged exercise says of itself; any other error is one of the judge. */
function damageIn(error: unknown): JudgeError {
  if (error instanceof JudgeError) return error
  throw error
}

/** An earlier verdict on the very same file, by the same kit, from the same seed. */
async function keptVerdict(file: string, submission: Submission): Promise<Verdict | undefined> {
  try {
    const verdict = verdictSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    const isSame =
      verdict.kit === kitVersion &&
      verdict.node === process.versions.node &&
      verdict.exercise === submission.slug &&
      verdict.seed === DEFAULT_SEED &&
      verdict.submissionHash !== null &&
      verdict.submissionHash === (await hashOf(submission.file))
    return isSame ? verdict : undefined
  } catch {
    return undefined
  }
}

/** Whole or not at all, so that a full disk or a killed judge leaves no half result. */
async function write(file: string, text: string): Promise<void> {
  const half = `${file}.${process.pid}.part`
  try {
    makeFolder(path.dirname(file))
    await writeFile(half, text)
    await rename(half, file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new JudgeError('bad-out', `${file}\n${reason}`)
  }
}
