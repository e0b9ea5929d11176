import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'

import { judge } from '../../judge.ts'
import { loadManifest } from '../../manifest.ts'
import { lanes } from '../../run/lanes.ts'
import { createPool } from '../../run/pool.ts'
import type { GatherProgress } from '../gather.ts'
import { mutantsOf } from './mutants-of.ts'
import type { StrykerMutant } from './mutants-of.ts'
import { fingerprint, scoreFile, storedScore } from './score.ts'
import type { Score } from './score.ts'

export interface DeepOptions {
  exerciseDir: string
  onProgress?: ((progress: GatherProgress) => void) | undefined
}

/**
 * Judges every mutant that StrykerJS makes of the reference, and writes the score with its survivors
 * to `hidden/stryker.json`. Reasons that an author gave for survivors stay.
 *
 * @throws JudgeError when the exercise has no manifest, or one that breaks its rules
 */
export async function deepCheck({ exerciseDir, onProgress }: DeepOptions): Promise<Score> {
  const { slug } = await loadManifest(exerciseDir)
  const name = `${slug}.ts`
  const source = await readFile(path.join(exerciseDir, 'hidden/solution', name), 'utf8')
  const { mutants, sourceOf } = await mutantsOf(name, source)
  const folder = await mkdtemp(path.join(tmpdir(), 'five-pillars-stryker-'))
  const pool = createPool(availableParallelism())
  const inLane = lanes(availableParallelism())
  let done = 0

  async function play(mutant: StrykerMutant): Promise<'killed' | 'survived' | 'invalid'> {
    const submission = path.join(folder, `${mutant.id}.ts`)
    await writeFile(submission, sourceOf(mutant.id))
    const { state } = await judge({ exerciseDir, submission, pool })
    done += 1
    onProgress?.({ done, total: mutants.length, label: mutant.key })
    if (state === 'does-not-compile' || state === 'not-run') return 'invalid'
    return state === 'passed' ? 'survived' : 'killed'
  }

  try {
    const ends = await Promise.all(mutants.map((mutant) => inLane(() => play(mutant))))
    const survivors = mutants.filter((_, index) => ends[index] === 'survived')
    const score: Score = {
      of: await fingerprint(exerciseDir),
      mutants: ends.filter((end) => end !== 'invalid').length,
      killed: ends.filter((end) => end === 'killed').length,
      survivors: await withReasons(survivors, exerciseDir),
    }
    await writeFile(scoreFile(exerciseDir), `${JSON.stringify(score, null, 2)}\n`)
    return score
  } finally {
    pool.close()
    await rm(folder, { recursive: true })
  }
}

async function withReasons(
  survivors: readonly StrykerMutant[],
  exerciseDir: string,
): Promise<Score['survivors']> {
  const before = (await storedScore(exerciseDir))?.survivors ?? []
  return survivors.map(({ key, line }) => {
    return { key, line, reason: before.find((known) => known.key === key)?.reason ?? '' }
  })
}
