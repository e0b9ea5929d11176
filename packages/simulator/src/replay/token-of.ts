import type { Definition } from '../scenario/definition.ts'
import { settleRun } from '../scenario/plan.ts'
import type { RunOptions, SettledRun } from '../scenario/plan.ts'
import { encodeToken } from './token.ts'
import type { TokenContent } from './token.ts'

/** The token that repeats a run. */
export function tokenOf<M>(definition: Definition<M>, run: SettledRun): string {
  const { workload, servers: _servers, ...rest } = run
  const drawn = settleRun(definition, rest).workload
  const content = { scenario: definition.name, ...rest }
  const isDrawn = JSON.stringify(drawn) === JSON.stringify(workload)
  return encodeToken(isDrawn ? content : { ...content, workload })
}

/** What to run to repeat what a token stands for. */
export function runOf(content: TokenContent): RunOptions {
  const { kit: _kit, scenario: _scenario, ...options } = content
  return options
}
