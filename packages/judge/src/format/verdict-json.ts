import { verdictSchema } from '../verdict.ts'
import type { Verdict } from '../verdict.ts'

/** A verdict as `results.json`; the format is published in `schema/results-v1.json`. */
export function verdictJson(verdict: Verdict): string {
  return `${JSON.stringify(verdictSchema.parse(verdict), null, 2)}\n`
}
