import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'

import { checkOpen } from '../check-open.ts'
import { judgeWithSuite } from '../judge.ts'
import type { JudgedSuite } from '../judge.ts'
import { loadManifest } from '../manifest.ts'
import type { Manifest } from '../manifest.ts'
import { createPool } from '../run/pool.ts'
import type { Pool } from '../run/pool.ts'
import type { Verdict } from '../verdict.ts'
import { lanes } from '../run/lanes.ts'

/** One run has one busy thread. */
const LANES = availableParallelism()

/** Many cases take long on purpose: here the limit only ends what hangs. */
const SEEDED_TIMEOUT_MS = 300_000

/** All that was seen of an exercise: its subjects against its two suites. */
export interface Evidence {
  manifest: Manifest
  seeds: number
  starter: { text: string; hidden: Verdict; open: Verdict }
  reference: { hidden: JudgedSuite; again: Verdict; open: Verdict; seeded: Verdict }
  alternatives: { file: string; seeded: Verdict }[]
  mutants: { mutant: Manifest['mutants'][number]; hidden: Verdict; open: Verdict }[]
}

export interface GatherProgress {
  done: number
  total: number
  /** What has just ended, such as `mutants/undef.ts, hidden suite`. */
  label: string
}

export interface GatherOptions {
  exerciseDir: string
  /** Cases of each property that the correct solutions must pass. */
  seeds: number
  onProgress?: ((progress: GatherProgress) => void) | undefined
}

/** Judges the starter and everything in `hidden/`, two at a time, each in its own process. */
export async function gather(options: GatherOptions): Promise<Evidence> {
  const manifest = await loadManifest(options.exerciseDir)
  const pool = createPool(LANES)
  try {
    return await gatherWith(runner(options, pool), manifest, options)
  } finally {
    pool.close()
  }
}

async function gatherWith(
  runs: Runner,
  manifest: Manifest,
  { exerciseDir, seeds }: GatherOptions,
): Promise<Evidence> {
  const starter = path.join('src', `${manifest.slug}.ts`)
  const solution = path.join('hidden', 'solution', `${manifest.slug}.ts`)

  // The long ones come first, so that no lane is left with one of them alone.
  const seeded = Promise.all([
    runs.seeded(solution),
    ...manifest.alternatives.map(({ file }) =>
      runs.seeded(path.join('hidden', 'alternatives', file)),
    ),
  ])
  const single = Promise.all([
    runs.hidden(starter),
    runs.open(starter),
    runs.hidden(solution),
    runs.hidden(solution),
    runs.open(solution),
  ])
  const mutants = Promise.all(
    manifest.mutants.map(async (mutant) => {
      const file = path.join('hidden', 'mutants', mutant.file)
      const [hidden, open] = await Promise.all([runs.hidden(file), runs.open(file)])
      return { mutant, hidden: hidden.verdict, open }
    }),
  )
  const [[reference, ...others], [starterHidden, starterOpen, hidden, again, open], killed] =
    await Promise.all([seeded, single, mutants])
  return {
    manifest,
    seeds,
    starter: {
      text: await readFile(path.join(exerciseDir, starter), 'utf8'),
      hidden: starterHidden.verdict,
      open: starterOpen,
    },
    reference: { hidden, again: again.verdict, open, seeded: reference },
    alternatives: others.map((verdict) => ({ file: verdict.submission, seeded: verdict })),
    mutants: killed,
  }
}

interface Runner {
  hidden(file: string): Promise<JudgedSuite>
  open(file: string): Promise<Verdict>
  /** The hidden suite with many cases of each property. */
  seeded(file: string): Promise<Verdict>
}

function runner({ exerciseDir, seeds, onProgress }: GatherOptions, pool: Pool): Runner {
  const inLane = lanes(LANES)
  let done = 0
  let total = 0

  async function counted<Result>(label: string, job: () => Promise<Result>): Promise<Result> {
    total += 1
    const result = await inLane(job)
    done += 1
    onProgress?.({ done, total, label })
    return result
  }

  return {
    hidden: (file) =>
      counted(`${file}, hidden suite`, () => {
        return judgeWithSuite({ exerciseDir, submission: path.join(exerciseDir, file), pool })
      }),
    open: (file) =>
      counted(`${file}, visible suite`, () => {
        return checkOpen({ exerciseDir, subject: path.join(exerciseDir, file), pool })
      }),
    seeded: (file) =>
      counted(`${file}, ${seeds} seeds`, async () => {
        const { verdict } = await judgeWithSuite({
          exerciseDir,
          submission: path.join(exerciseDir, file),
          pool,
          runs: seeds,
          timeoutMs: SEEDED_TIMEOUT_MS,
          testTimeoutMs: SEEDED_TIMEOUT_MS,
        })
        return verdict
      }),
  }
}
