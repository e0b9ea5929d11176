import { compileApart, isHarmless } from './compile-apart.ts'
import { compile } from './compile.ts'
import type { Compiled } from './compile.ts'
import { readSubmission } from './read-submission.ts'
import type { Refusal } from './read-submission.ts'

/**
 * Reads and compiles a submission, or says why it is refused; nothing of it runs.
 *
 * @param label how messages about the file as a whole call it
 * @param name how its frames are called
 */
export async function prepare(
  file: string,
  label: string,
  name: string,
): Promise<Compiled | Refusal> {
  const source = await readSubmission(file, label)
  if (source.kind === 'refused') return source
  return isHarmless(source.text) ? compile(source.text, name) : compileApart(source.text, name)
}
