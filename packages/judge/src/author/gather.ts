import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { checkOpen } from '../check-open.ts'
import { judgeWithSuite } from '../judge.ts'
import type { JudgedSuite } from '../judge.ts'
import { loadManifest } from '../manifest.ts'
import type { Manifest } from '../manifest.ts'
import type { Verdict } from '../verdict.ts'
import { assertPrograms } from './assert-programs.ts'
import type { Workshop } from './workshop.ts'

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
  /** When the first of them began to run, by `performance.now()`. */
  begunAt: number
  starter: { text: string; hidden: Verdict; open: Verdict }
  reference: { hidden: JudgedSuite; again: Verdict; open: Verdict; seeded: Verdict[] }
  alternatives: { file: string; hidden: Verdict; seeded: Verdict[] }[]
  mutants: { mutant: Manifest['mutants'][number]; hidden: Verdict; open: Verdict }[]
  /** Subjects with the border and without it: of the mutants only where it goes deep. */
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
  workshop: Workshop
  /** Cases of each property that the correct solutions must pass. */
  seeds: number
  /**
   * Also tries so many cases behind the border, and each mutant without it; default: only what the
   * suite itself asks for, as a submission would meet it.
   */
  deep?: boolean | undefined
  onProgress?: ((progress: GatherProgress) => void) | undefined
}

/** Judges the starter and everything in `hidden/`. */
export async function gather(options: GatherOptions): Promise<Evidence> {
  const { exerciseDir, seeds, deep = false } = options
  const manifest = await loadManifest(exerciseDir)
  await assertPrograms(exerciseDir, manifest)
  const runs = runner(options)
  const starter = path.join('src', `${manifest.slug}.ts`)
  const solution = path.join('hidden', 'solution', `${manifest.slug}.ts`)
  const others = manifest.alternatives.map(({ file }) => path.join('hidden', 'alternatives', file))

  // The long ones come first, so that no lane is left with one of them alone.
  const correct = Promise.all([solution, ...others].map((file) => runs.correct(file, deep)))
  const single = Promise.all([
    runs.both(starter),
    runs.open(starter),
    runs.hidden(solution),
    runs.open(solution),
  ])
  const mutants = Promise.all(
    manifest.mutants.map(async (mutant) => {
      const file = path.join('hidden', 'mutants', mutant.file)
      const [hidden, open, direct] = await Promise.all([
        runs.hidden(file),
        runs.open(file),
        ...(deep ? [runs.direct(file)] : []),
      ])
      return { mutant, file, hidden: hidden.verdict, open, direct }
    }),
  )
  const [[reference, ...rest], [first, starterOpen, again, open], killed] = await Promise.all([
    correct,
    single,
    mutants,
  ])
  if (reference === undefined) throw new Error('the reference is judged first')
  return {
    manifest,
    seeds,
    begunAt: runs.begunAt(),
    starter: {
      text: await readFile(path.join(exerciseDir, starter), 'utf8'),
      hidden: first.judged.verdict,
      open: starterOpen,
    },
    reference: {
      hidden: reference.judged,
      again: again.verdict,
      open,
      seeded: reference.seeded,
    },
    alternatives: rest.map(({ file, judged, seeded }) => {
      return { file, hidden: judged.verdict, seeded }
    }),
    mutants: killed.map(({ mutant, hidden, open: visible }) => ({ mutant, hidden, open: visible })),
    pairs: [
      ...[first, reference, ...rest].map(({ file, judged, direct }) => {
        return { file, judged: judged.verdict, direct }
      }),
      ...killed.flatMap(({ file, hidden, direct }) => {
        return direct === undefined ? [] : [{ file, judged: hidden, direct }]
      }),
    ],
  }
}

interface Both {
  file: string
  judged: JudgedSuite
  direct: Verdict
}

/** A correct solution: what it does without the border it does there with many cases. */
interface Correct extends Both {
  seeded: Verdict[]
}

interface Runner {
  begunAt(): number
  hidden(file: string): Promise<JudgedSuite>
  direct(file: string): Promise<Verdict>
  /** The hidden suite with the border between it and the subject, and without. */
  both(file: string): Promise<Both>
  open(file: string): Promise<Verdict>
  /**
   * The hidden suite behind the border, and with many cases of each property without it: the first of
   * them are the suite's own.
   */
  correct(file: string, deep: boolean): Promise<Correct>
}

function runner({ exerciseDir, workshop, seeds, onProgress }: GatherOptions): Runner {
  const { pool, inLane } = workshop
  let done = 0
  let total = 0
  let begunAt = Infinity

  async function counted<Result>(label: string, job: () => Promise<Result>): Promise<Result> {
    total += 1
    const result = await inLane(() => {
      begunAt = Math.min(begunAt, performance.now())
      return job()
    })
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

  function seeded(file: string, isDirect: boolean): Promise<Verdict> {
    const where = isDirect ? '' : ' behind the border'
    return counted(`${file}, ${seeds} seeds${where}`, async () => {
      const { verdict } = await judgeWithSuite({
        exerciseDir,
        submission: path.join(exerciseDir, file),
        pool,
        isDirect,
        runs: seeds,
        timeoutMs: SEEDED_TIMEOUT_MS,
        callTimeoutMs: SEEDED_CALL_TIMEOUT_MS,
        testTimeoutMs: SEEDED_TIMEOUT_MS,
      })
      return verdict
    })
  }

  return {
    begunAt: () => begunAt,
    hidden,
    direct,
    both: async (file) => {
      const [judged, without] = await Promise.all([hidden(file), direct(file)])
      return { file, judged, direct: without }
    },
    open: (file) => {
      const subject = path.join(exerciseDir, file)
      return counted(`${file}, visible suite`, () => checkOpen({ exerciseDir, subject, pool }))
    },
    correct: async (file, deep) => {
      const [many, judged, ...deeper] = await Promise.all([
        seeded(file, true),
        hidden(file),
        ...(deep ? [seeded(file, false)] : []),
      ])
      return { file, judged, direct: many, seeded: [many, ...deeper] }
    },
  }
}
