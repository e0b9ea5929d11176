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
import { assertPrograms } from './assert-programs.ts'

/** One run has one busy thread. */
const LANES = availableParallelism()

/** Many cases take long on purpose: here the limit only ends what hangs. */
const SEEDED_TIMEOUT_MS = 300_000

/**
 * A process that has run for minutes now and then collects the memory of thousands of cases, on all
 * cores at once, and that time is the call's. What a call may take is seen in the other runs.
 */
const SEEDED_CALL_TIMEOUT_MS = 2000

/** All that was seen of an exercise: its subjects against its two suites. */
export interface Evidence {
  manifest: Manifest
  seeds: number
  starter: { text: string; hidden: Verdict; open: Verdict }
  reference: { hidden: JudgedSuite; again: Verdict; open: Verdict; seeded: Verdict }
  alternatives: { file: string; seeded: Verdict }[]
  mutants: { mutant: Manifest['mutants'][number]; hidden: Verdict; open: Verdict }[]
  /** Each subject with the border and without it. */
  pairs: { file: string; judged: Verdict; direct: Verdict }[]
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
  await assertPrograms(options.exerciseDir, manifest)
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
  const others = manifest.alternatives.map(({ file }) => path.join('hidden', 'alternatives', file))

  // The long ones come first, so that no lane is left with one of them alone.
  const seeded = Promise.all([solution, ...others].map((file) => runs.seeded(file)))
  const single = Promise.all([
    runs.both(starter),
    runs.open(starter),
    runs.both(solution),
    runs.hidden(solution),
    runs.open(solution),
  ])
  const alternatives = Promise.all(others.map((file) => runs.both(file)))
  const mutants = Promise.all(
    manifest.mutants.map(async (mutant) => {
      const file = path.join('hidden', 'mutants', mutant.file)
      const [pair, open] = await Promise.all([runs.both(file), runs.open(file)])
      return { mutant, pair, open }
    }),
  )
  const [[reference, ...rest], [first, starterOpen, hidden, again, open], right, killed] =
    await Promise.all([seeded, single, alternatives, mutants])
  if (reference === undefined) throw new Error('the reference is judged first')
  return {
    manifest,
    seeds,
    starter: {
      text: await readFile(path.join(exerciseDir, starter), 'utf8'),
      hidden: first.judged.verdict,
      open: starterOpen,
    },
    reference: { hidden: hidden.judged, again: again.verdict, open, seeded: reference },
    alternatives: rest.map((verdict) => ({ file: verdict.submission, seeded: verdict })),
    mutants: killed.map(({ mutant, pair, open: visible }) => {
      return { mutant, hidden: pair.judged.verdict, open: visible }
    }),
    pairs: [first, hidden, ...right, ...killed.map(({ pair }) => pair)].map(
      ({ file, judged, direct }) => ({ file, judged: judged.verdict, direct }),
    ),
  }
}

interface Both {
  file: string
  judged: JudgedSuite
  direct: Verdict
}

interface Runner {
  hidden(file: string): Promise<JudgedSuite>
  /** The hidden suite with the border between it and the subject, and without. */
  both(file: string): Promise<Both>
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

  function hidden(file: string): Promise<JudgedSuite> {
    const submission = path.join(exerciseDir, file)
    return counted(`${file}, hidden suite`, () => judgeWithSuite({ exerciseDir, submission, pool }))
  }

  async function direct(file: string): Promise<Verdict> {
    const submission = path.join(exerciseDir, file)
    const { verdict } = await counted(`${file}, without the border`, () =>
      judgeWithSuite({ exerciseDir, submission, pool, isDirect: true }),
    )
    return verdict
  }

  return {
    hidden,
    both: async (file) => {
      const [judged, without] = await Promise.all([hidden(file), direct(file)])
      return { file, judged, direct: without }
    },
    open: (file) => {
      const subject = path.join(exerciseDir, file)
      return counted(`${file}, visible suite`, () => checkOpen({ exerciseDir, subject, pool }))
    },
    seeded: (file) =>
      counted(`${file}, ${seeds} seeds`, async () => {
        const { verdict } = await judgeWithSuite({
          exerciseDir,
          submission: path.join(exerciseDir, file),
          pool,
          runs: seeds,
          timeoutMs: SEEDED_TIMEOUT_MS,
          callTimeoutMs: SEEDED_CALL_TIMEOUT_MS,
          testTimeoutMs: SEEDED_TIMEOUT_MS,
        })
        return verdict
      }),
  }
}
