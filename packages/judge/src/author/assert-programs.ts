import path from 'node:path'

import { JudgeError } from '../judge-error.ts'
import type { Manifest } from '../manifest.ts'
import { prepare } from '../submission/prepare.ts'

/**
 * A program of the author that cannot even be loaded shows nothing about the suite.
 *
 * @throws JudgeError `bad-program`, naming the file and the reason
 */
export async function assertPrograms(
  exerciseDir: string,
  { slug, alternatives, mutants }: Manifest,
): Promise<void> {
  const programs = [
    `hidden/solution/${slug}.ts`,
    ...alternatives.map(({ file }) => `hidden/alternatives/${file}`),
    ...mutants.map(({ file }) => `hidden/mutants/${file}`),
  ]
  for (const program of programs) {
    const file = path.join(exerciseDir, program)
    const compiled = await prepare(file, program, program)
    if (compiled.kind === 'compiled') continue
    const places = compiled.frames.map((frame) => `at ${frame}`)
    throw new JudgeError('bad-program', [file, compiled.got, ...places].join('\n'))
  }
}
