import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import { z } from 'zod'

/** Of the mutants of StrykerJS a suite has to catch this share. */
export const SCORE_MIN = 0.9

const survivorSchema = z.strictObject({
  key: z.string(),
  line: z.number(),
  /** Why no promise of the brief tells it from the solution; written by the author. */
  reason: z.string(),
})

/** `hidden/stryker.json`: what the last deep check came to. */
const scoreSchema = z.strictObject({
  /** Names the solution and the suite that were played. */
  of: z.string(),
  mutants: z.number().int().positive(),
  killed: z.number().int().nonnegative(),
  survivors: z.array(survivorSchema),
})

export type Score = z.infer<typeof scoreSchema>

export function scoreFile(exerciseDir: string): string {
  return path.join(exerciseDir, 'hidden', 'stryker.json')
}

/** The stored score; undefined where there is none, or none that can be read. */
export async function storedScore(exerciseDir: string): Promise<Score | undefined> {
  try {
    return scoreSchema.parse(JSON.parse(await readFile(scoreFile(exerciseDir), 'utf8')))
  } catch {
    return undefined
  }
}

/** How an author's own tests are run: no mutant meets it. */
const CONFIG = 'vitest.config.ts'

/** Names what a score depends on: the solution, the suite, and the world around them. */
export async function fingerprint(exerciseDir: string): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of ['hidden/solution', 'hidden/suite', '.']) {
    const inside = path.join(exerciseDir, folder)
    const names = await readdir(inside, { recursive: folder !== '.' })
    const programs = names.filter((file) => file.endsWith('.ts') && file !== CONFIG)
    for (const name of programs.toSorted()) {
      const text = await readFile(path.join(inside, name), 'utf8')
      hash.update(`${folder}/${name.replaceAll(path.sep, '/')}\n`)
      // A checkout may have other line ends.
      hash.update(text.replaceAll('\r\n', '\n'))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
