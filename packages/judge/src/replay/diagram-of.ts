import { whatBroke } from '../format/what-broke.ts'
import type { Verdict } from '../verdict.ts'
import { replayRun } from './replay-run.ts'
import type { ReplayOptions } from './run-task.ts'

/**
 * The simulated run that broke a promise, as a Mermaid diagram: it is run again to be drawn.
 * Undefined where the story is of no such run.
 */
export async function diagramOf(
  verdict: Verdict,
  options: Omit<ReplayOptions, 'token'>,
): Promise<string | undefined> {
  const token = whatBroke(verdict).test?.replay ?? null
  if (token === null) return undefined
  const replayed = await replayRun({ ...options, token })
  return replayed.kind === 'ran' ? replayed.mermaid : undefined
}
